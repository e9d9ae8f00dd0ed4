import type { Order } from '../order.ts'
import { heldPlaces, placesOf, type HeldEntry } from '../protected/held.ts'
import { nameOf } from '../targets/target.ts'
import type { Report } from './reader.ts'

/** Warns of entries that are held, and of acknowledgements that release none. */
export function checkProtected(order: Order, report: Report): void {
  for (const { path, entry } of heldPlaces(order))
    report.warning('protected-host', path, `${JSON.stringify(entry.value)} ${heldReason(entry)}: ${advice}`, {
      parts: [entry.host],
    })
  if (order.ack === undefined) return
  const listed = new Set(placesOf(order).flatMap(([, targets]) => targets.map(nameOf)))
  for (const [at, name] of order.ack.entries())
    if (!listed.has(name))
      report.warning('ack-without-target', `ack[${at}]`, `acknowledges ${name}, which is no target`)
}

const advice = 'it is held, and everything else applies; where the decision means it, acknowledge it by name in "ack"'

/** Why an entry is held, behind its value in a sentence. */
export function heldReason(entry: Pick<HeldEntry, 'kind' | 'host'>): string {
  return reasons[entry.kind](entry)
}

const among = (what: string) => (entry: Pick<HeldEntry, 'host'>) => `would block ${entry.host}, ${what}`

const reasons: Record<HeldEntry['kind'], (entry: Pick<HeldEntry, 'host'>) => string> = {
  popular: among('one of the most visited sites'),
  platform: among('under which many people have their sites'),
  network: among('from which many sites load their parts'),
  certificate: among('by which browsers check certificates'),
  update: among('from which software takes its updates'),
  identity: among('where people sign in'),
  payment: among('by which people pay'),
  health: among('a health service'),
  government: among('a public body'),
  court: among('a court or a source of its decisions'),
  'public-sector': among('under which are public bodies'),
  source: among('where this order itself is to be read or contested'),
  service: among('which Writ itself needs'),
}
