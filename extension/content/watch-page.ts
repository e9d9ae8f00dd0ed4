import type { Engine } from '../../src/search/engine.ts'
import { browser } from '../platform/browser.ts'
import { all, around, contains, first, is, parentOf, root } from './dom.ts'
import type { JudgedLinks } from './judged-links.ts'
import { isAsMarked, markAttribute } from './marks.ts'
import { isParsing } from './parsing.ts'
import { whileParsed } from './while-parsed.ts'

/** From some number on it costs less to look at the whole page. */
const manyRecords = 100

interface Page {
  /** Called when what is to be hidden may be other than it was, or was undone. */
  apply(): void
  /** Called when a later version of this script has come to look after the page. */
  handOver(): void
  /** Whether a result goes on in what comes after it, and has no link. */
  goesOn(): boolean
}

/**
 * Judges the page's links: those that are there, those that come, and those that change. All of it before the next frame.
 *
 * @returns ends it
 */
export function watchPage(engine: Engine, links: JudgedLinks, { apply, handOver, goesOn }: Page): () => void {
  const look = () => {
    judgeNew(links)
    apply()
  }
  const places = new MutationObserver((records) => {
    if (records.length > manyRecords) return look()
    const { changed, disturbed } = placesChanged(records, engine, links)
    const judgedSome = judgeAgain(changed, engine, links)
    // What has no link may belong to a result, too: while the page is being parsed, and where results go on.
    const mayReachFurther = isParsing() || goesOn()
    if (judgedSome || disturbed || (changed.size > 0 && mayReachFurther)) apply()
  })
  const attributes = new MutationObserver((records) => {
    if (isOrphaned() && records.some(({ target }) => target === root())) return handOver()
    const changed = new Set<Element>()
    let disturbed = false
    for (const { attributeName, target } of records)
      if (attributeName !== markAttribute) changed.add(target as Element)
      else disturbed ||= !isAsMarked(target as Element)
    if (judgeAgain(changed, engine, links) || disturbed) apply()
  })
  const watch = () =>
    places.observe(document, { childList: true, characterData: engine.opaque !== undefined, subtree: true })
  const endLooking = whileParsed(look, watch, () => places.disconnect())
  attributes.observe(document, { subtree: true, attributeFilter: [markAttribute, ...links.attributes] })
  return () => {
    endLooking()
    attributes.disconnect()
  }
}

/** Whether the extension was updated meanwhile, or removed: its next script begins by marking the root. */
function isOrphaned(): boolean {
  return !browser.runtime?.id
}

/** Judges the links that were not there before, wherever they are, and those beside which an address may have come since. */
function judgeNew(links: JudgedLinks): void {
  for (const link of all(root(), links.selector)) if (!links.of(link) || links.opaque.has(link)) links.judge(link)
}

/** The elements that came or say another address now, and whether something that was marked, or a link, went away. */
function placesChanged(records: readonly MutationRecord[], engine: Engine, links: JudgedLinks) {
  const concerning = `[${markAttribute}],${links.selector}`
  const isConcerned = (removed: Node) =>
    removed instanceof Element && (is(removed, concerning) || first(removed, concerning) !== null)
  const changed = new Set<Element>()
  let disturbed = false
  for (const { target, addedNodes, removedNodes } of records) {
    const shown = addressAt(target, engine, links)
    if (shown) changed.add(shown)
    for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) changed.add(node as Element)
    if (links.concerned.size > 0) disturbed ||= [...removedNodes].some(isConcerned)
  }
  return { changed, disturbed }
}

/** Where a node is, or lies in, an address that stands for its result's links: that address, which may be another now. */
function addressAt(node: Node, engine: Engine, links: JudgedLinks): Element | null {
  if (links.opaque.size === 0) return null
  const element = node instanceof Element ? node : parentOf(node)
  return element && around(element, engine.opaque!.displayed)
}

/**
 * Judges the links that changed, and those near them that are judged by what is near them.
 *
 * @returns whether there were any
 */
function judgeAgain(changed: ReadonlySet<Element>, engine: Engine, links: JudgedLinks): boolean {
  const again = new Set<Element>()
  for (const element of changed) {
    // What was added inside something that was added is looked at with it.
    const parent = parentOf(element)
    if (parent && changed.has(parent)) continue
    if (is(element, links.selector)) again.add(element)
    for (const link of all(element, links.selector)) again.add(link)
    const result = links.opaque.size === 0 ? null : around(element, engine.results)
    if (result) for (const link of links.opaque) if (contains(result, link)) again.add(link)
  }
  for (const link of again) links.judge(link)
  return again.size > 0
}
