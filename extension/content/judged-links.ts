import { mayCover, type NameFilter } from '../../src/names/name-filter.ts'
import type { Engine } from '../../src/search/engine.ts'
import type { Confirmer } from './confirm.ts'
import { isConnected } from './dom.ts'
import { decide, judgementOf, type Judgement } from './judgement.ts'
import { linksOn, type Links } from './links.ts'

/** The page's links, each judged by where it leads. */
export interface JudgedLinks extends Omit<Links, 'leadsOf'> {
  /** Undefined for one that was not judged, or has been taken away. */
  of(link: Element): Judgement | undefined
  /** Reads where the link leads now. */
  judge(link: Element): void
  /** Takes in what the background has answered since. */
  hear(): void
  /** Forgets links that were taken out of the page: they are judged again where they come back. */
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
  const { selector, attributes, leadsOf } = linksOn(engine)
  const judged = new WeakMap<Element, Judgement>()
  const leading = new Set<Element>()
  const concerned = new Set<Element>()
  const passing = new Set<Element>()
  const opaque = new Set<Element>()
  // A result has several links to one host.
  const passes = remembered((host) => mayCover(filter, host))

  function take(link: Element, judgement: Judgement): void {
    decide(judgement, ordersOf)
    setIn(concerned, link, judgement.verdict !== 'clear')
  }

  return {
    selector,
    attributes,
    leading,
    concerned,
    opaque,
    of: (link) => judged.get(link),
    judge(link) {
      const judgement = judgementOf(() => leadsOf(link), passes)
      judged.set(link, judgement)
      setIn(leading, link, judgement.hosts.length > 0)
      setIn(opaque, link, judgement.opaque)
      setIn(passing, link, judgement.passed.length > 0)
      take(link, judgement)
    },
    hear() {
      for (const link of passing) take(link, judged.get(link)!)
    },
    forgetGone() {
      for (const links of [leading, concerned, opaque, passing])
        for (const link of links)
          if (!isConnected(link)) {
            links.delete(link)
            judged.delete(link)
          }
    },
  }
}

function remembered(decide: (host: string) => boolean): (host: string) => boolean {
  const known = new Map<string, boolean>()
  return (host) => {
    const is = known.get(host) ?? decide(host)
    known.set(host, is)
    return is
  }
}

function setIn(set: Set<Element>, element: Element, is: boolean): void {
  if (is) set.add(element)
  else set.delete(element)
}
