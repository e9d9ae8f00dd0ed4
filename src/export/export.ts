import type { Order } from '../order/order.ts'
import type { ExportedFile, ExportRequest } from './form.ts'
import { formOf, type FormName } from './forms.ts'
import { inForceAt, type InForce } from './in-force.ts'
import { readme } from './readme.ts'

export interface OrdersExport {
  files: ExportedFile[]
  /** Orders that are in it. */
  inForce: InForce[]
  /** Ids of those that are not in force at that instant, of which nothing is. */
  left: string[]
  notes: string[]
}

/**
 * The files of a form over the orders that are in force, with a README that says what it cannot express.
 *
 * @param atOf epoch ms at which an order is looked at: a day is the court's
 */
export function exportOrders(
  orders: readonly Order[],
  form: FormName,
  request: Omit<ExportRequest, 'orders'>,
  atOf: (order: Order) => number = () => request.at,
): OrdersExport {
  const all = orders.map((order) => ({ order, inForce: inForceAt(order, atOf(order)) }))
  const inForce = all.flatMap((one) => (one.inForce ? [one.inForce] : []))
  const left = all.flatMap((one) => (one.inForce ? [] : [one.order.id]))
  const exported = formOf(form)({ ...request, orders: inForce })
  const text = readme({ form, inForce, left, at: request.at, exported })
  return { files: [...exported.files, { name: 'README.txt', text }], inForce, left, notes: exported.notes }
}
