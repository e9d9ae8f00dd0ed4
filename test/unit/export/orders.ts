import { parseOrder } from '../../../src/order/reading/parse.ts'
import type { Order } from '../../../src/order/order.ts'
import { exportOrders, type OrdersExport } from '../../../src/export/export.ts'
import type { ExportRequest } from '../../../src/export/form.ts'
import type { FormName } from '../../../src/export/forms.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

/** A valid order with other values. */
export function orderWith(values: Record<string, unknown>): Order {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

const inTerm = Date.parse('2024-06-01T12:00:00Z')

/** Orders in a form, in the term of the usual one. */
export function exported(orders: readonly Order[], form: FormName, values: Partial<ExportRequest> = {}): OrdersExport {
  return exportOrders(orders, form, { at: inTerm, contacts: [], uuid: (name) => `UUID-OF-${name}`, ...values })
}

export function textOf({ files }: OrdersExport, name: string): string {
  const file = files.find((one) => one.name === name)
  if (!file) throw new Error(`no ${name} among ${files.map((one) => one.name).join(', ')}`)
  return file.text
}
