import { parseOrder } from '../../order/reading/parse.ts'
import { replacedBy } from '../../import/judge/add-to-order.ts'
import type { Result } from '../../order/issue.ts'
import { command, exit, json, UsageError, type World } from '../command.ts'
import { line } from '../documents.ts'
import { draftOf, type Facts } from '../../import/draft.ts'
import { isOptional, openQuestions, questions } from '../draft.ts'
import { reportText } from '../list-report.ts'
import { listOptions, readLists, type ListsRead, type ListValues } from '../read-lists.ts'

type Values = Facts &
  ListValues & { kind: string; targets?: string; out?: string; 'time-zone'?: string; json?: boolean }

/** `writ new`: asks for the facts of an order, and writes a document that passes `writ check`. */
export const newOrder = command<Values>({
  name: 'new',
  takes: '',
  usage: '[--targets FILE]',
  does: 'asks for the facts of an order, and writes its document',
  options: [
    ...questions.map(([field, question]) => ({ flags: `--${field} <text>`, does: question })),
    { flags: '--kind <kind>', does: 'judgment, interim, administrative or agreement', default: 'judgment' },
    { flags: '--time-zone <zone>', does: 'the court’s time zone, where its country has several' },
    { flags: '--targets <file>', does: 'a list of names, in any form that writ import takes' },
    { flags: '--out <file>', does: 'the document; by default the id, and .json' },
    ...listOptions,
    json,
  ],
  examples: ['writ new --targets annex.txt', 'writ new --id pl-mf-hazard --title "..." --kind administrative ...'],
  async run({ values }, world) {
    const facts = await answered(values, world)
    const lists: Result<ListsRead> | undefined =
      values.targets === undefined
        ? undefined
        : await readLists([values.targets], values, { listed: [], replaced: [] }, world)
    if (lists && !lists.ok) return refuse(lists, values, world)
    const targets = lists ? replacedBy(lists.value.judged) : await askedNames(world)
    const document = draftOf({ ...facts, kind: values.kind, timeZone: values['time-zone'] ?? '' }, targets)
    const parsed = parseOrder(document)
    if (!parsed.ok) return refuse(parsed, values, world)
    const file = values.out ?? `${parsed.value.id}.json`
    if (await isThere(file, world)) {
      const message = 'is there already: name another by --out, or add names by writ import'
      return refuse({ ok: false, issues: [{ code: 'exists', path: '', message }], warnings: [] }, values, world)
    }
    await world.write(file, Buffer.from(`${JSON.stringify(document, null, 2)}\n`), false)
    if (values.json) world.out(JSON.stringify({ ok: true, file, targets: targets.length }, null, 2))
    else world.out([...(lists ? [reportText(lists.value)] : []), `${file}: ${targets.length} targets`].join('\n'))
    return exit.good
  },
})

async function answered(given: Facts, world: World): Promise<Facts> {
  const facts: Facts = { ...given }
  const open = openQuestions(facts)
  const { ask } = world
  const missing = open.filter(([field]) => !isOptional(field))
  if (!ask && missing.length > 0)
    throw new UsageError(`new needs ${missing.map(([field]) => `--${field}`).join(', ')}, or a terminal to ask on`)
  // Who gives all that is required has a script, which is not asked for the rest.
  if (ask && missing.length > 0)
    for (const [field, question] of open) facts[field] = (await ask(`${question}: `)).trim()
  return facts
}

async function askedNames(world: World): Promise<string[]> {
  const names = world.ask ? await world.ask('Names to block, with spaces between them: ') : ''
  const list = names.split(/[\s,;]+/).filter((name) => name !== '')
  if (list.length === 0) throw new UsageError('new needs names: --targets FILE')
  return list
}

async function isThere(file: string, world: World): Promise<boolean> {
  return world.list(file).then(
    () => true,
    () => false,
  )
}

function refuse(result: Extract<Result<unknown>, { ok: false }>, values: Values, world: World) {
  if (values.json) world.out(JSON.stringify({ ok: false, issues: result.issues }, null, 2))
  else for (const issue of result.issues) world.error(`${values.targets ?? 'order'}: ${line(issue)}`)
  return exit.bad
}
