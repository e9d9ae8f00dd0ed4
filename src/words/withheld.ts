import type { Order } from '../order/order.ts'
import type { Words } from './words.ts'

/** How many entries of an order its document does not list, and why; nothing where it lists them all. */
export function withheldText({ withheld }: Pick<Order, 'withheld'>, words: Words): string[] {
  if (withheld === undefined) return []
  const why = words.text(withheld.why)
  return [withheld.count === undefined ? words.say('withheldSome', why) : words.count('withheld', withheld.count, why)]
}
