import { failed, type Result } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import { exit, type Exit, type World } from './command.ts'
import { readDocument, report, toChecked, type Checked } from './documents.ts'

/** Every document's order, and what is wrong with those that have none; of two with one id, the second is wrong. */
export async function readOrders(
  files: readonly string[],
  parse: (text: string) => Result<Order>,
  world: World,
): Promise<{ orders: Order[]; wrong: Checked[] }> {
  const orders = new Map<string, Order>()
  const wrong: Checked[] = []
  for (const file of files) {
    const text = await readDocument(file, world)
    const parsed = text.ok ? parse(text.value) : text
    if (!parsed.ok) wrong.push(toChecked(file, parsed))
    else if (orders.has(parsed.value.id)) wrong.push(toChecked(file, sameId(parsed.value.id)))
    else orders.set(parsed.value.id, parsed.value)
  }
  return { orders: [...orders.values()], wrong }
}

function sameId(id: string): Result<never> {
  const message = `is "${id}", as that of a file before it: leave one of the two out`
  return failed([{ code: 'duplicate-order', path: 'id', message }])
}

/** Says what is wrong with documents. */
export function refuseDocuments(wrong: readonly Checked[], asJson: boolean | undefined, world: World): Exit {
  if (asJson) world.out(JSON.stringify(wrong, null, 2))
  else world.error(wrong.map(report).join('\n'))
  return exit.bad
}
