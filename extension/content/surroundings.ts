import type { Engine } from '../../src/search/engine.ts'
import { once } from '../../src/words/once.ts'
import { all, around, attribute, parentOf, root } from './dom.ts'

/** What there is on the page beside the results to be hidden: none of it may disappear with them. */
export interface Surroundings {
  /** Whether a link that stays lies in it. */
  holdsOther(element: Element): boolean
  /** Whether any link to another site lies in it. */
  leadsSomewhere(element: Element): boolean
  /** Whether a part of the page itself, which no result has inside, lies in it. */
  holdsFurniture(element: Element): boolean
  /** The hosts that a link leads to outside the engine. */
  hostsOf(link: Element): readonly string[]
}

/** Parts of the page itself. */
const furniture = 'body, main, nav, header, footer, form, input, [role=search], [role=navigation], [role=main]'

/**
 * Looks at the page once, for every set of links that may go.
 *
 * @param leading the links that lead to other sites
 */
export function surroundings(
  leading: readonly Element[],
  engine: Engine,
  hostsOf: Surroundings['hostsOf'],
): (goes: (link: Element) => boolean) => Surroundings {
  // Most pages ask for some of these only.
  const menus = once(() => menusAmong(leading, engine, hostsOf))
  const leads = once(() => holdersOf(leading))
  const fixed = once(() => holdersOf(all(root(), furniture)))
  return (goes) => {
    const others = once(() => holdersOf(leading.filter((link) => !goes(link) && !menus().has(link))))
    return {
      holdsOther: (element) => others().has(element),
      leadsSomewhere: (element) => leads().has(element),
      holdsFurniture: (element) => fixed().has(element),
      hostsOf,
    }
  }
}

/** Every element in which one of `elements` lies, themselves included. */
function holdersOf(elements: Iterable<Element>): Set<Element> {
  const holders = new Set<Element>()
  for (const element of elements)
    for (let one: Element | null = element; one && !holders.has(one); one = parentOf(one)) holders.add(one)
  return holders
}

/**
 * Links that stand beside others in several results, the same in each: "report this result". Each belongs to its result,
 * and goes with it.
 */
function menusAmong(leading: readonly Element[], engine: Engine, hostsOf: Surroundings['hostsOf']): Set<Element> {
  const inResults = leading.flatMap((link) => {
    const result = around(link, engine.results)
    return result ? [{ link, result, address: attribute(link, 'href') ?? '' }] : []
  })
  const hosts = new Map<Element, Set<string>>()
  const places = new Map<string, Set<Element>>()
  for (const { link, result, address } of inResults) {
    for (const host of hostsOf(link)) entry(hosts, result).add(host)
    entry(places, address).add(result)
  }
  const isRepeated = (address: string) => {
    const results = [...places.get(address)!]
    return results.length > 1 && results.every((result) => hosts.get(result)!.size > 1)
  }
  return new Set(inResults.flatMap(({ link, address }) => (isRepeated(address) ? [link] : [])))
}

function entry<Key, Value>(sets: Map<Key, Set<Value>>, key: Key): Set<Value> {
  const set = sets.get(key) ?? new Set()
  sets.set(key, set)
  return set
}
