import { parseArgs } from 'node:util'
import { parseOrderText } from '../../order/reading/parse.ts'
import { toChecked, readDocument, report, type Checked } from '../documents.ts'
import { exit, UsageError, type Command } from '../command.ts'

/** `writ check FILE...`: every issue and warning of each document. */
export const check: Command = async (args, world) => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  if (positionals.length === 0) throw new UsageError('check needs a file')
  const all: Checked[] = []
  for (const file of positionals) {
    const text = await readDocument(file, world)
    all.push(toChecked(file, text.ok ? parseOrderText(text.value) : text))
  }
  world.out(values.json ? JSON.stringify(all, null, 2) : all.map(report).join('\n'))
  return all.every(({ ok }) => ok) ? exit.good : exit.bad
}
