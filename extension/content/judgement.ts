import type { Confirmer } from './confirm.ts'
import type { Leads } from './links.ts'

/** A link as it was judged last. */
export interface Judgement {
  /** Its destinations' hosts outside the engine. */
  readonly hosts: readonly string[]
  /** Addresses whose hosts passed the filter. */
  readonly passed: readonly string[]
  /** Judged by what its result shows. */
  readonly opaque: boolean
  /** Whether nothing that is still to come can add to it. */
  readonly complete: boolean
  /** `suspected`: passed the filter, and the background has not answered yet; or it is not whole yet. */
  verdict: 'covered' | 'suspected' | 'clear'
  /** Ids of the orders that cover it. */
  orders: string[]
}

/**
 * Judges a link by where it leads. One that cannot be read leads nowhere: one bad link never stops the rest.
 *
 * @param passes whether an order may cover a host
 */
export function judgementOf(leadsOf: () => Leads, passes: (host: string) => boolean): Judgement {
  const hosts: string[] = []
  const passed: string[] = []
  const judgement = { hosts, passed, verdict: 'clear', orders: [] } as const
  try {
    const { destinations, opaque, complete } = leadsOf()
    for (const { href, host, outside } of destinations) {
      if (outside) hosts.push(host)
      if (passes(host)) passed.push(href)
    }
    return { ...judgement, opaque, complete, orders: [] }
  } catch {
    return { ...judgement, opaque: false, complete: true, orders: [] }
  }
}

/** Takes in what is known of the addresses that passed. */
export function decide(judgement: Judgement, ordersOf: Confirmer['ordersOf']): void {
  judgement.verdict = judgement.complete ? 'clear' : 'suspected'
  judgement.orders = []
  for (const address of judgement.passed) {
    const orders = ordersOf(address)
    if (orders === undefined) judgement.verdict = judgement.verdict === 'covered' ? 'covered' : 'suspected'
    else if (orders.length > 0) {
      judgement.verdict = 'covered'
      judgement.orders.push(...orders)
    }
  }
}
