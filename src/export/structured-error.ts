import type { Reference } from '../order/order.ts'
import type { ExportRequest } from './form.ts'
import { authorityOf, decisionOf, type InForce } from './in-force.ts'

/**
 * The text of an extended DNS error 16, Censored (RFC 8914), as JSON that programs read
 * (draft-ietf-dnsop-structured-dns-error; `fdbs` of draft-nottingham-public-resolver-errors). It has no `s`: with Censored
 * there is none.
 */
export interface StructuredError {
  /** The decision. */
  j: string
  /** Whoever blocks. */
  o?: string
  /** BCP 47 tag of `j`. */
  l: string
  /** Where somebody can turn to. */
  c?: string[]
  /** Where public collections have papers of it. */
  fdbs?: { db: string; id: string }[]
}

/** The error for one order, or for several in one zone, of which it says who decided. */
export function structuredError(
  orders: readonly InForce[],
  request: Pick<ExportRequest, 'organization' | 'contacts' | 'register'>,
): StructuredError {
  const [first] = orders
  const decisions =
    orders.length === 1
      ? decisionOf(first!.order)
      : [...new Set(orders.map(({ order }) => authorityOf(order)))].join('; ')
  const page =
    request.register === undefined
      ? []
      : [orders.length === 1 ? `${request.register}orders/${first!.order.id}/` : request.register]
  const contacts = [...page.filter((address) => address.startsWith('https:')), ...request.contacts]
  const references = orders.flatMap(({ order }) => order.references)
  return {
    j: shortened(decisions),
    ...(request.organization === undefined ? {} : { o: shortened(request.organization) }),
    l: first!.order.language,
    ...(contacts.length > 0 ? { c: contacts } : {}),
    ...(references.length > 0 ? { fdbs: references.slice(0, most).map(({ db, id }: Reference) => ({ db, id })) } : {}),
  }
}

/**
 * An error as JSON of at most so many octets: first it loses collections, then further contacts, then who blocks, at last
 * the end of the decision.
 */
export function errorText(error: StructuredError, octets: number): string {
  const { j, o, l, c } = error
  const one = c?.slice(0, 1)
  for (const less of [error, { j, o, l, c }, { j, o, l, c: one }, { j, l, c: one }]) {
    const text = JSON.stringify(less)
    if (octetsOf(text) <= octets) return text
  }
  const letters = [...j]
  let text = JSON.stringify({ j, l })
  while (octetsOf(text) > octets && letters.pop() !== undefined) text = JSON.stringify({ j: `${letters.join('')}…`, l })
  return text
}

function octetsOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** An answer of the DNS is to stay in one packet of 1,232 octets. */
const most = 5
const longest = 200

function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`
}
