import type { Engine } from '../../src/search/engine.ts'
import { around, parentOf } from './dom.ts'
import type { JudgedLinks } from './judged-links.ts'
import type { Mark } from './marks.ts'
import { latest } from './parsing.ts'
import { resultOf } from './result.ts'
import { surroundings } from './surroundings.ts'

/** Elements of the page that are not to be seen now. */
export interface Found {
  /** The elements to be hidden or held. */
  marks: ReadonlyMap<Element, Mark>
  /** Each hidden result, with the ids of the orders that hide it. */
  results: ReadonlyMap<Element, ReadonlySet<string>>
  /** Whether one of them goes on in elements after it. */
  goesOn: boolean
}

/** Finds the results whose links are covered, or may be. */
export function findResults(engine: Engine, links: JudgedLinks): Found {
  const marks = new Map<Element, Mark>()
  const results = new Map<Element, Set<string>>()
  const goesOn = links.concerned.size > 0 && markConcerned(engine, links, marks, results)
  // What a result shows may come before its link: it is not seen before it is whole.
  const last = latest()
  const coming = last && around(last, engine.results)
  if (coming && !marks.has(coming)) marks.set(coming, 'held')
  return { marks, results: gathered(results), goesOn }
}

function markConcerned(
  engine: Engine,
  links: JudgedLinks,
  marks: Map<Element, Mark>,
  results: Map<Element, Set<string>>,
): boolean {
  let goesOn = false
  const among = surroundings(engine, links)
  const besideCovered = among((link) => links.of(link)!.verdict === 'covered')
  const besideSuspected = among((link) => links.of(link)!.verdict !== 'clear')
  for (const link of links.concerned) {
    const { verdict, orders } = links.of(link)!
    const kind: Mark = verdict === 'covered' ? 'hidden' : 'held'
    const beside = kind === 'hidden' ? besideCovered : besideSuspected
    const parts = markedAround(link, kind, marks) ?? resultOf(link, engine, beside)
    goesOn ||= parts.length > 1
    for (const part of parts) if (kind === 'hidden' || !marks.has(part)) marks.set(part, kind)
    if (kind === 'held') continue
    // A result that is hidden in parts is still one.
    const whole = around(parts[0], engine.results) ?? parts[0]
    const named = results.get(whole) ?? new Set()
    for (const order of orders) named.add(order)
    results.set(whole, named)
  }
  return goesOn
}

/** The marked element around a link: what lies in a result that goes, goes with it. */
function markedAround(link: Element, kind: Mark, marks: ReadonlyMap<Element, Mark>): [Element] | undefined {
  for (let one: Element | null = link; one; one = parentOf(one)) {
    const mark = marks.get(one)
    if (mark === 'hidden' || mark === kind) return [one]
  }
  return undefined
}

/** Counts a result that lies in another hidden one as a part of it. */
function gathered(results: Map<Element, Set<string>>): Found['results'] {
  for (const [result, orders] of results)
    for (let one = parentOf(result); one; one = parentOf(one)) {
      const whole = results.get(one)
      if (!whole) continue
      for (const order of orders) whole.add(order)
      results.delete(result)
      break
    }
  return results
}
