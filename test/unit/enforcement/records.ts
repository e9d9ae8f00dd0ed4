import type { Order } from '../../../src/order/order.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { placedTargets } from '../../../src/order/targets/placed.ts'
import type { TargetReader } from '../../../src/enforcement/plan.ts'
import { recordOf, type OrderRecord, type Provenance } from '../../../src/standing/record.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

/** Orders as they are kept, and their targets, with how often those of each were asked for. */
export function keptOrders(...given: { values?: object; provenance?: Provenance; digest?: string }[]) {
  const orders = new Map<string, Order>()
  const records = given.map(({ values = {}, provenance = 'user', digest = 'd1' }) => {
    const parsed = parseOrder({ ...minimal, ...values })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    const record = recordOf(parsed.value, { provenance, choice: 'apply', digest, addedAt: 0 })
    orders.set(record.key, parsed.value)
    return record
  })
  const asked: string[] = []
  const targets: TargetReader = async ({ key }: OrderRecord) => {
    asked.push(key)
    return placedTargets(orders.get(key)!)
  }
  return { records, targets, asked }
}
