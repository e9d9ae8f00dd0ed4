import { judgeChange } from '../../feed/held.ts'
import { addedTo, countingNow, replacedBy } from '../../import/judge/add-to-order.ts'
import { keyOf } from '../../import/judge/known.ts'
import type { Judged } from '../../import/judge/judge.ts'
import type { Issue } from '../../order/issue.ts'
import { command, exit, json, type World } from '../command.ts'
import { line } from '../documents.ts'
import { reportOf, reportText } from '../list-report.ts'
import { readOrderFile, writeOrderFile, type OrderFile } from '../order-file.ts'
import { listOptions, readLists, type ListValues } from '../read-lists.ts'

interface Values extends ListValues {
  into?: string
  replace?: boolean
  'dry-run'?: boolean
  json?: boolean
}

/** `writ import FILE... --into ORDER`: the names of lists and registers, into an order's document. */
export const importLists = command<Values>({
  name: 'import',
  takes: '<file...>',
  usage: 'FILE... --into ORDER',
  does: 'the names of lists and registers, into an order',
  options: [
    { flags: '--into <order>', does: 'the order’s document, which is rewritten with its version one higher' },
    { flags: '--dry-run', does: 'says what would be done, and does nothing' },
    { flags: '--replace', does: 'the files are the whole new list; a change of over 20 % is held' },
    ...listOptions,
    json,
  ],
  examples: [
    'writ import hazard.xml --into order.json --dry-run',
    'writ import list.csv --columns name=2,added=3 --into order.json',
    'writ import annex.txt --urls as-domains --into order.json',
  ],
  async run({ values, positionals }, world) {
    const { into, replace = false } = values
    const order = into === undefined ? undefined : await readOrderFile(into, world)
    if (order && !order.ok) return refuse(order.issues, into!, values.json, world)
    const counting = order ? countingNow(order.value) : []
    const [listed, replaced] = replace ? [[], counting] : [counting, []]
    const read = await readLists(positionals, values, { listed, replaced }, world)
    if (!read.ok) return refuse(read.issues, positionals[0]!, values.json, world)
    const { judged } = read.value
    const held = replace && !values.accept && order ? heldOf(order.value, judged) : []
    const isGood = held.length === 0 && judged.counts.taken + judged.counts.lifted > 0
    const written =
      isGood && order && !values['dry-run'] ? await writeInto(into!, order.value, judged, replace, world) : []
    if (values.json) world.out(JSON.stringify({ ...reportOf(read.value), held }, null, 2))
    else world.out([reportText(read.value), ...held.map((issue) => `held: ${line(issue)}`), ...written].join('\n'))
    return isGood ? exit.good : exit.bad
  },
})

function refuse(issues: readonly Issue[], file: string, asJson: boolean | undefined, world: World) {
  if (asJson) world.out(JSON.stringify({ ok: false, issues }, null, 2))
  else for (const issue of issues) world.error(`${file}: ${line(issue)}`)
  return exit.bad
}

/** The brake on whole lists is that of feeds. */
function heldOf(order: OrderFile, { taken }: Judged): Issue[] {
  return judgeChange(countingNow(order).map(keyOf), taken.map(keyOf), () => false).held
}

async function writeInto(file: string, order: OrderFile, judged: Judged, replace: boolean, world: World) {
  const { targets, liftedNow } = replace
    ? { targets: replacedBy(judged), liftedNow: 0 }
    : addedTo(order.written, order, judged)
  const version = await writeOrderFile(file, order, targets, world)
  const lifts = liftedNow > 0 ? `, ${liftedNow} lifted that it listed` : ''
  return [`${file}: version ${version}, ${targets.length} targets, ${judged.counts.taken} new${lifts}`]
}
