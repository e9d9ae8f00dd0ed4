import type { Engine } from '../../src/search/engine.ts'
import type { NameFilter } from '../../src/names/name-filter.ts'
import { confirmer } from './confirm.ts'
import { all, around, contains, first, is, parentOf, root } from './dom.ts'
import { judgedLinks } from './judged-links.ts'
import { linkAttributes, linksIn, linkSelector } from './links.ts'
import { isAsMarked, mark, markAttribute, type Mark } from './marks.ts'
import type { Hidden } from '../messages/search.ts'
import { notice } from './notice.ts'
import { isParsing, latest } from './parsing.ts'
import { resultOf } from './result.ts'
import { surroundings } from './surroundings.ts'
import { tell } from './report-hidden.ts'
import { whileParsed } from './while-parsed.ts'

/**
 * Holds the page to the orders for as long as it lives: what is there, what comes later, and what the page's own scripts
 * do to it. Whatever changes is looked at before the next frame, so nothing that is hidden is ever painted.
 *
 * @returns ends it, and shows everything again
 */
export function hideResults(engine: Engine, filter: NameFilter): () => void {
  let ended = false
  const confirm = confirmer(engine.id, () => {
    if (ended) return
    links.hear()
    apply()
  })
  const links = judgedLinks(engine, filter, confirm)
  const shown = notice(engine, confirm)

  function apply(): void {
    links.forgetGone()
    const marks = new Map<Element, Mark>()
    const results = new Map<Element, Set<string>>()
    if (links.concerned.size > 0) find(marks, results)
    // What a result shows may come before its link: it is not seen before it is whole.
    const last = latest()
    const coming = last && around(last, engine.results)
    if (coming && !marks.has(coming)) marks.set(coming, 'held')
    mark(marks)
    say(results)
  }

  function find(marks: Map<Element, Mark>, results: Map<Element, Set<string>>): void {
    const among = surroundings(engine, links.leading, links.concerned, (link) => links.of(link)?.hosts ?? [])
    const besideCovered = among((link) => links.of(link)!.verdict === 'covered')
    const besideSuspected = among((link) => links.of(link)!.verdict !== 'clear')
    for (const link of links.concerned) {
      const { verdict, orders } = links.of(link)!
      const kind: Mark = verdict === 'covered' ? 'hidden' : 'held'
      const beside = kind === 'hidden' ? besideCovered : besideSuspected
      const parts = markedAround(link, kind, marks) ?? resultOf(link, engine, beside)
      for (const part of parts) if (kind === 'hidden' || !marks.has(part)) marks.set(part, kind)
      if (kind === 'held') continue
      // A result that is hidden in parts is still one.
      const whole = around(parts[0], engine.results) ?? parts[0]
      const named = results.get(whole) ?? new Set()
      for (const order of orders) named.add(order)
      results.set(whole, named)
    }
    gather(results)
  }

  /** A result that lies in another one that is hidden is a part of it. */
  function gather(results: Map<Element, Set<string>>): void {
    for (const [result, orders] of results)
      for (let one = parentOf(result); one; one = parentOf(one)) {
        const whole = results.get(one)
        if (!whole) continue
        for (const order of orders) whole.add(order)
        results.delete(result)
        break
      }
  }

  function say(results: ReadonlyMap<Element, ReadonlySet<string>>): void {
    const hidden = tally(engine, results)
    shown.say(hidden, results.keys().next().value)
    tell(hidden)
  }

  /** Judges the links that changed, and those near them that are judged by what is near them. */
  function judgeAgain(changed: ReadonlySet<Element>): boolean {
    const again = new Set<Element>()
    for (const element of changed) {
      // What was added inside something that was added is looked at with it.
      const parent = parentOf(element)
      if (parent && changed.has(parent)) continue
      for (const link of linksIn(element)) again.add(link)
      const result = links.opaque.size === 0 ? null : around(element, engine.results)
      if (result) for (const link of links.opaque) if (contains(result, link)) again.add(link)
    }
    for (const link of again) links.judge(link)
    return again.size > 0
  }

  /** Judges the links that were not there before, wherever they are, and those beside which an address may have come since. */
  function judgeNew(): void {
    for (const link of all(root(), linkSelector)) if (!links.of(link) || links.opaque.has(link)) links.judge(link)
  }

  /** Where a node is, or lies in, an address that stands for its result's links, it may say another one now. */
  function addressAt(node: Node): Element | null {
    if (links.opaque.size === 0) return null
    const element = node instanceof Element ? node : parentOf(node)
    return element && around(element, engine.opaque!.displayed)
  }

  /** Whether what has no link may belong to a result: while the page is being parsed, and in rows of a table. */
  function mayReachFurther(): boolean {
    return isParsing() || (engine.rows !== undefined && links.concerned.size > 0)
  }

  function look(): void {
    judgeNew()
    apply()
  }

  const places = new MutationObserver((records) => {
    if (records.length > manyRecords) return look()
    const changed = new Set<Element>()
    let disturbed = false
    for (const { target, addedNodes, removedNodes } of records) {
      const shown = addressAt(target)
      if (shown) changed.add(shown)
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) changed.add(node as Element)
      if (links.concerned.size > 0) disturbed ||= [...removedNodes].some(isConcerned)
    }
    const judgedSome = judgeAgain(changed)
    if (judgedSome || disturbed || (changed.size > 0 && mayReachFurther())) apply()
  })
  const attributes = new MutationObserver((records) => {
    const changed = new Set<Element>()
    let disturbed = false
    for (const { attributeName, target } of records)
      if (attributeName !== markAttribute) changed.add(target as Element)
      else disturbed ||= !isAsMarked(target as Element)
    if (judgeAgain(changed) || disturbed) apply()
  })

  const watch = () =>
    places.observe(document, { childList: true, characterData: engine.opaque !== undefined, subtree: true })
  const endLooking = whileParsed(look, watch, () => places.disconnect())
  attributes.observe(document, { subtree: true, attributeFilter: [markAttribute, ...linkAttributes] })

  return () => {
    ended = true
    endLooking()
    attributes.disconnect()
    mark(new Map())
    say(new Map())
    tell(undefined)
  }
}

/** From some number on it costs less to look at the whole page. */
const manyRecords = 100

/** What lies in a result that goes, goes with it. */
function markedAround(link: Element, kind: Mark, marks: ReadonlyMap<Element, Mark>): [Element] | undefined {
  for (let one: Element | null = link; one; one = parentOf(one)) {
    const mark = marks.get(one)
    if (mark === 'hidden' || mark === kind) return [one]
  }
  return undefined
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
