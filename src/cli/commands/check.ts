import { parseArgs } from 'node:util'
import type { Issue } from '../../order/issue.ts'
import { parseOrderText } from '../../order/parse.ts'
import { line, readDocument } from '../documents.ts'
import { exit, UsageError, type Command } from '../run.ts'

interface Checked {
  file: string
  ok: boolean
  issues: Issue[]
  warnings: Issue[]
}

/** `writ check FILE...`: every issue and warning of each document. */
export const check: Command = async (args, world) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  if (positionals.length === 0) throw new UsageError('check needs a file')
  const checked: Checked[] = []
  for (const file of positionals) {
    const text = await readDocument(file, world)
    const parsed = text.ok ? parseOrderText(text.value) : { ok: false, issues: text.issues, warnings: [] }
    checked.push({ file, ok: parsed.ok, issues: 'issues' in parsed ? parsed.issues : [], warnings: parsed.warnings })
  }
  world.out(values.json ? JSON.stringify(checked, null, 2) : checked.map(report).join('\n'))
  return checked.every(({ ok }) => ok) ? exit.good : exit.bad
}

function report({ file, ok, issues, warnings }: Checked): string {
  return [
    `${file}: ${ok ? 'valid' : `${issues.length} ${issues.length === 1 ? 'issue' : 'issues'}`}`,
    ...issues.map((issue) => `  ${line(issue)}`),
    ...warnings.map((warning) => `  warning: ${line(warning)}`),
  ].join('\n')
}
