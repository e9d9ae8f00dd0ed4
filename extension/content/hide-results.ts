import type { Engine } from '../../src/search/engine.ts'
import { mayCover, type NameFilter } from '../../src/lookup/name-filter.ts'
import { isOutside } from '../../src/search/unwrap.ts'
import { confirmer } from './confirm.ts'
import { destinationsOf, linkAttributes, linksIn, linkSelector } from './links.ts'
import { mark, markAttribute, type Mark } from './marks.ts'
import type { Hidden } from './messages.ts'
import { notice } from './notice.ts'
import { resultOf, type Links } from './result.ts'
import { tell } from './tell.ts'

/** A link as it was judged last. */
interface Judged {
  /** Its destinations' hosts outside the engine. */
  hosts: string[]
  /** `suspected`: passed the filter, and the background has not answered yet. */
  verdict: 'covered' | 'suspected' | 'clear'
  /** Ids. */
  orders: string[]
}

/**
 * Holds the page to the orders for as long as it lives: what is there, what comes later, and what the page's own scripts
 * do to it. A mutation's callback runs before the next frame, so nothing that it hides is ever painted.
 *
 * @returns ends it, and shows everything again
 */
export function hideResults(engine: Engine, filter: NameFilter): () => void {
  const judged = new WeakMap<Element, Judged>()
  const concerned = new Set<Element>()
  let stopped = false
  const confirm = confirmer(engine.id, () => {
    if (stopped) return
    for (const link of concerned) judge(link)
    apply()
  })
  const shown = notice(engine)

  function judge(link: Element): void {
    const judgement = judgementOf(link)
    judged.set(link, judgement)
    if (judgement.verdict === 'clear') concerned.delete(link)
    else concerned.add(link)
  }

  /** What cannot be read leads nowhere: one bad link never stops the rest. */
  function judgementOf(link: Element): Judged {
    const judgement: Judged = { hosts: [], verdict: 'clear', orders: [] }
    try {
      for (const destination of destinationsOf(link, engine)) {
        const host = new URL(destination).hostname.replace(/\.$/, '')
        if (isOutside(destination, engine)) judgement.hosts.push(host)
        if (!mayCover(filter, host)) continue
        const orders = confirm.ordersOf(destination)
        if (orders === undefined) judgement.verdict = judgement.verdict === 'covered' ? 'covered' : 'suspected'
        else if (orders.length > 0) {
          judgement.verdict = 'covered'
          judgement.orders.push(...orders)
        }
      }
    } catch {
      return judgement
    }
    return judgement
  }

  const linksFor = (verdicts: Judged['verdict'][]): Links => ({
    stays: (link) => {
      const known = judged.get(link)
      return known !== undefined && known.hosts.length > 0 && !verdicts.includes(known.verdict)
    },
    hosts: (link) => judged.get(link)?.hosts ?? [],
  })
  const coveredOnly = linksFor(['covered'])
  const alsoSuspected = linksFor(['covered', 'suspected'])

  function apply(): void {
    const marks = new Map<Element, Mark>()
    const results = new Map<Element, Set<string>>()
    for (const link of concerned) {
      if (!link.isConnected) {
        concerned.delete(link)
        continue
      }
      const { verdict, orders } = judged.get(link)!
      const result = resultOf(link, engine, verdict === 'covered' ? coveredOnly : alsoSuspected)
      if (verdict === 'suspected' && !marks.has(result)) marks.set(result, 'held')
      if (verdict !== 'covered') continue
      marks.set(result, 'hidden')
      // A result that is hidden in parts is still one.
      const whole = result.closest(engine.results) ?? result
      const named = results.get(whole) ?? new Set()
      for (const order of orders) named.add(order)
      results.set(whole, named)
    }
    mark(marks)
    say(results)
  }

  function say(results: ReadonlyMap<Element, ReadonlySet<string>>): void {
    const hidden = tally(engine, results)
    shown.say(hidden, results.keys().next().value, confirm.notices())
    tell(hidden)
  }

  const observer = new MutationObserver((records) => {
    const before = concerned.size
    const added = new Set<Element>()
    let touched = false
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        touched ||= attributeName === markAttribute
        if (attributeName !== markAttribute && (target as Element).matches(linkSelector)) added.add(target as Element)
      }
      for (const node of addedNodes) if (node instanceof Element) added.add(node)
      touched ||= removedNodes.length > 0
    }
    for (const element of added) {
      // What was added inside something that was added is looked at with it.
      if (element.parentElement && added.has(element.parentElement)) continue
      for (const link of linksIn(element)) judge(link)
    }
    if (before + concerned.size > 0 && (touched || added.size > 0)) apply()
  })

  for (const link of document.querySelectorAll(linkSelector)) judge(link)
  apply()
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: [markAttribute, ...linkAttributes],
  })

  return () => {
    stopped = true
    observer.disconnect()
    mark(new Map())
    say(new Map())
    tell(undefined)
  }
}

/** @param results each hidden result, with the ids of the orders that hide it */
function tally(engine: Engine, results: ReadonlyMap<Element, ReadonlySet<string>>): Hidden {
  const orders = new Map<string, number>()
  for (const ids of results.values()) for (const id of ids) orders.set(id, (orders.get(id) ?? 0) + 1)
  return { engine: engine.id, results: results.size, orders: [...orders] }
}
