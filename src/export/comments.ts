import { decisionOf, type InForce } from './in-force.ts'

/** The orders of a list, as its head says them: id and version, decision, last day. */
export function orderLines(orders: readonly InForce[]): string[] {
  return orders.flatMap((one) => [
    `order ${one.order.id}, version ${one.order.version}`,
    `  ${decisionOf(one.order)}`,
    `  ${lifeOf(one)}`,
  ])
}

/** Until when an order is in force, as far as its document says. */
export function lifeOf({ lastDay, unknown }: Pick<InForce, 'lastDay' | 'unknown'>): string {
  const until = lastDay === undefined ? 'in force, no end is known' : `in force until ${lastDay}`
  return unknown ? `${until}; nobody has made sure that it still stands` : until
}

/** The instant of an export, for its readers: `2014-06-01T12:00:00Z`. */
export function instantText(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/, '')
}

/** Lines as comments, each behind a mark. */
export function commented(lines: readonly string[], mark: string): string {
  return lines.map((line) => `${mark} ${line}\n`).join('')
}
