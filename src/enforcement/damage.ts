import type { Issue } from '../order/issue.ts'
import type { Order } from '../order/order.ts'
import { parseOrderText } from '../order/reading/parse.ts'
import { orderIdOf, precedence, provenanceOf } from '../standing/record.ts'

/** An order of which something that is kept is damaged, and that its document could not make anew. */
export class DamagedOrder extends Error {
  /** Its record’s. */
  readonly key: string

  constructor(key: string) {
    super(`the order ${key} is stored in a form that cannot be read`)
    this.key = key
  }
}

/** The order under a record's key, read from the text that was kept of it; undefined where the text says no such order. */
export function readDocument(key: string, text: unknown): Order | undefined {
  if (typeof text !== 'string' || !precedence.includes(provenanceOf(key))) return undefined
  const parsed = parseOrderText(text)
  return parsed.ok && parsed.value.id === orderIdOf(key) ? parsed.value : undefined
}

/** The issue of an order that is left out: there is nothing of which its rules could be made. */
export function damageIssue(key: string): Issue {
  const message = 'is stored in a form that cannot be read, and is not enforced: add it again'
  return { code: 'order-damaged', path: orderIdOf(key), message }
}
