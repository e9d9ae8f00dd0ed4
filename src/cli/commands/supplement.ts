import { parseOrderText } from '../../order/reading/parse.ts'
import { countingNow } from '../../import/judge/add-to-order.ts'
import type { Issue } from '../../order/issue.ts'
import { command, exit, json, type World } from '../command.ts'
import { line, readDocument } from '../documents.ts'
import { listOptions, readLists, type ListValues } from '../read-lists.ts'
import { supplementText } from '../supplement.ts'

/** `writ supplement ORDER NAMES`: the draft of the application for a decision that adds names. */
export const supplement = command<ListValues & { out?: string; json?: boolean }>({
  name: 'supplement',
  takes: '<order> <names>',
  usage: 'ORDER NAMES',
  does: 'the draft of an application that asks the judge for more names',
  options: [{ flags: '--out <file>', does: 'where it is written, as Markdown' }, ...listOptions, json],
  examples: ['writ supplement order.json new-names.txt --out application.md'],
  async run({ values, positionals: [file, names] }, world) {
    const text = await readDocument(file!, world)
    const parsed = text.ok ? parseOrderText(text.value) : text
    if (!parsed.ok) return refuse(file!, parsed.issues, values.json, world)
    const order = parsed.value
    const read = await readLists([names!], values, { listed: countingNow(order), replaced: [] }, world)
    if (!read.ok) return refuse(names!, read.issues, values.json, world)
    const { judged } = read.value
    const draft = supplementText(order, judged)
    if (values.json) world.out(JSON.stringify({ draft, counts: judged.counts, items: judged.items }, null, 2))
    else if (values.out === undefined) world.out(draft)
    if (values.out !== undefined) await world.write(values.out, Buffer.from(`${draft}\n`), false)
    return judged.counts.taken > 0 ? exit.good : exit.bad
  },
})

function refuse(file: string, issues: readonly Issue[], asJson: boolean | undefined, world: World) {
  if (asJson) world.out(JSON.stringify({ ok: false, file, issues }, null, 2))
  else for (const issue of issues) world.error(`${file}: ${line(issue)}`)
  return exit.bad
}
