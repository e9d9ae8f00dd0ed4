import { mayCover, type NameFilter } from '../../src/names/name-filter.ts'
import type { Engine } from '../../src/search/engine.ts'
import type { Confirmer } from './confirm.ts'
import { isConnected } from './dom.ts'
import { leadsOf } from './links.ts'

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

/** The page's links, each judged by where it leads. */
export interface JudgedLinks {
  /** Undefined for one that was not judged, or has been taken away. */
  of(link: Element): Judgement | undefined
  /** Reads where the link leads now. */
  judge(link: Element): void
  /** Takes in what the background has answered since. */
  hear(): void
  /** What was taken away is judged anew where it comes back. */
  forgetGone(): void
  /** Those that lead out of the engine. */
  readonly leading: ReadonlySet<Element>
  /** Those that are covered or suspected. */
  readonly concerned: ReadonlySet<Element>
  /** Those that are judged by what their result shows. */
  readonly opaque: ReadonlySet<Element>
}

export function judgedLinks(
  engine: Engine,
  filter: NameFilter,
  { ordersOf }: Pick<Confirmer, 'ordersOf'>,
): JudgedLinks {
  const judged = new WeakMap<Element, Judgement>()
  const leading = new Set<Element>()
  const concerned = new Set<Element>()
  const opaque = new Set<Element>()
  const passing = new Map<string, boolean>()

  function judge(link: Element): void {
    const judgement = read(link)
    judged.set(link, judgement)
    setIn(leading, link, judgement.hosts.length > 0)
    setIn(opaque, link, judgement.opaque)
    decide(link, judgement)
  }

  /** What cannot be read leads nowhere: one bad link never stops the rest. */
  function read(link: Element): Judgement {
    const hosts: string[] = []
    const passed: string[] = []
    try {
      const { destinations, opaque, complete } = leadsOf(link, engine)
      for (const { href, host, outside } of destinations) {
        if (outside) hosts.push(host)
        if (passes(host)) passed.push(href)
      }
      return { hosts, passed, opaque, complete, verdict: 'clear', orders: [] }
    } catch {
      return { hosts, passed, opaque: false, complete: true, verdict: 'clear', orders: [] }
    }
  }

  /** A result has several links to one host. */
  function passes(host: string): boolean {
    const known = passing.get(host) ?? mayCover(filter, host)
    passing.set(host, known)
    return known
  }

  function decide(link: Element, judgement: Judgement): void {
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
    setIn(concerned, link, judgement.verdict !== 'clear')
  }

  return {
    of: (link) => judged.get(link),
    judge,
    hear() {
      for (const link of concerned) decide(link, judged.get(link)!)
    },
    forgetGone() {
      for (const links of [leading, concerned, opaque])
        for (const link of links)
          if (!isConnected(link)) {
            links.delete(link)
            judged.delete(link)
          }
    },
    leading,
    concerned,
    opaque,
  }
}

function setIn(set: Set<Element>, element: Element, is: boolean): void {
  if (is) set.add(element)
  else set.delete(element)
}
