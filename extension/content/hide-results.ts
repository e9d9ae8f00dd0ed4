import type { Engine } from '../../src/search/engine.ts'
import { mayCover, type NameFilter } from '../../src/lookup/name-filter.ts'
import { isOutside } from '../../src/search/unwrap.ts'
import { confirmer } from './confirm.ts'
import { all, around, first, is, parentOf, root } from './dom.ts'
import { leadsOf, linkAttributes, linksIn, linkSelector } from './links.ts'
import { isAsMarked, mark, markAttribute, type Mark } from './marks.ts'
import type { Hidden } from './messages.ts'
import { notice } from './notice.ts'
import { latest } from './parsing.ts'
import { resultOf } from './result.ts'
import { surroundings } from './surroundings.ts'
import { tell } from './tell.ts'

/** A link as it was judged last. */
interface Judged {
  /** Its destinations' hosts outside the engine. */
  hosts: string[]
  /** `suspected`: passed the filter, and the background has not answered yet; or it is not whole yet. */
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
  const incomplete = new Set<Element>()
  const passing = new Map<string, boolean>()
  let stopped = false
  const confirm = confirmer(engine.id, () => {
    if (stopped) return
    for (const link of concerned) judge(link)
    apply()
  })
  const shown = notice(engine, confirm)

  function judge(link: Element): void {
    const judgement = judgementOf(link)
    judged.set(link, judgement)
    if (judgement.verdict === 'clear') concerned.delete(link)
    else concerned.add(link)
  }

  /** A result has several links to one host. */
  function passes(host: string): boolean {
    const known = passing.get(host) ?? mayCover(filter, host)
    passing.set(host, known)
    return known
  }

  /** What cannot be read leads nowhere: one bad link never stops the rest. */
  function judgementOf(link: Element): Judged {
    const judgement: Judged = { hosts: [], verdict: 'clear', orders: [] }
    incomplete.delete(link)
    try {
      const { destinations, complete } = leadsOf(link, engine)
      if (!complete) {
        judgement.verdict = 'suspected'
        incomplete.add(link)
      }
      for (const destination of destinations) {
        const host = destination.hostname.replace(/\.$/, '')
        if (isOutside(destination, engine)) judgement.hosts.push(host)
        if (!passes(host)) continue
        const orders = confirm.ordersOf(destination.href)
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

  function apply(): void {
    for (const link of concerned) if (!root().contains(link)) concerned.delete(link)
    const marks = new Map<Element, Mark>()
    const results = new Map<Element, Set<string>>()
    if (concerned.size > 0) find(marks, results)
    // What a result shows may come before its link: it is not seen before it is whole.
    const last = latest()
    const coming = last && around(last, engine.results)
    if (coming && !marks.has(coming)) marks.set(coming, 'held')
    mark(marks)
    say(results)
  }

  function find(marks: Map<Element, Mark>, results: Map<Element, Set<string>>): void {
    const leading = [...all(root(), linkSelector)].filter((link) => judged.get(link)?.hosts.length)
    const beside = surroundings(leading, engine, (link) => judged.get(link)?.hosts ?? [])
    const besideCovered = beside((link) => judged.get(link)!.verdict === 'covered')
    const besideSuspected = beside((link) => judged.get(link)!.verdict !== 'clear')
    for (const link of concerned) {
      const { verdict, orders } = judged.get(link)!
      const parts = resultOf(link, engine, verdict === 'covered' ? besideCovered : besideSuspected)
      for (const part of parts)
        if (verdict === 'covered') marks.set(part, 'hidden')
        else if (!marks.has(part)) marks.set(part, 'held')
      if (verdict !== 'covered') continue
      // A result that is hidden in parts is still one.
      const whole = around(parts[0], engine.results) ?? parts[0]
      const named = results.get(whole) ?? new Set()
      for (const order of orders) named.add(order)
      results.set(whole, named)
    }
  }

  function say(results: ReadonlyMap<Element, ReadonlySet<string>>): void {
    const hidden = tally(engine, results)
    shown.say(hidden, results.keys().next().value)
    tell(hidden)
  }

  /** Judges the links that changed, and those near them that are judged by what is near them. */
  function judgeAgain(changed: ReadonlySet<Element>): boolean {
    const links = new Set<Element>(incomplete)
    for (const element of changed) {
      // What was added inside something that was added is looked at with it.
      const parent = parentOf(element)
      if (parent && changed.has(parent)) continue
      for (const link of linksIn(element)) links.add(link)
      const result = engine.displayed === undefined ? null : around(element, engine.results)
      if (result) for (const link of linksIn(result)) links.add(link)
    }
    for (const link of links) judge(link)
    return links.size > 0
  }

  /** Whether what has no link may belong to a result: while the page is being parsed, and in rows of a table. */
  function mayReachFurther(): boolean {
    return document.readyState === 'loading' || (engine.rows !== undefined && concerned.size > 0)
  }

  const observer = new MutationObserver((records) => {
    const changed = new Set<Element>()
    let disturbed = false
    for (const record of records)
      if (record.type === 'attributes') {
        if (record.attributeName === markAttribute) disturbed ||= !isAsMarked(record.target as Element)
        else changed.add(record.target as Element)
      } else {
        for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) changed.add(node as Element)
        if (concerned.size > 0) disturbed ||= [...record.removedNodes].some(isConcerned)
      }
    const judgedSome = judgeAgain(changed)
    if (judgedSome || disturbed || (changed.size > 0 && mayReachFurther())) apply()
  })

  for (const link of all(root(), linkSelector)) judge(link)
  apply()
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: [markAttribute, ...linkAttributes],
  })
  const parsed = () => {
    judgeAgain(new Set())
    apply()
  }
  document.addEventListener('readystatechange', parsed)

  return () => {
    stopped = true
    observer.disconnect()
    document.removeEventListener('readystatechange', parsed)
    mark(new Map())
    say(new Map())
    tell(undefined)
  }
}

const concerning = `[${markAttribute}],${linkSelector}`

/** Whether what was taken away was marked, or a link, or held such. */
function isConcerned(removed: Node): boolean {
  return removed instanceof Element && (is(removed, concerning) || first(removed, concerning) !== null)
}

/** @param results each hidden result, with the ids of the orders that hide it */
function tally(engine: Engine, results: ReadonlyMap<Element, ReadonlySet<string>>): Hidden {
  const orders = new Map<string, number>()
  for (const ids of results.values()) for (const id of ids) orders.set(id, (orders.get(id) ?? 0) + 1)
  return { engine: engine.id, results: results.size, orders: [...orders] }
}
