import type { Engine } from '../../src/search/engine.ts'
import { once } from '../../src/once.ts'
import { all, around, attribute, contains, parentOf, root } from './dom.ts'
import type { JudgedLinks } from './judged-links.ts'

/** The parts of the page beside the results to be hidden: none of them may disappear with a result. */
export interface Surroundings {
  /** Whether a link that stays lies in it. */
  holdsOther(element: Element): boolean
  /** The links in it that stay, each of which leads to another site. */
  othersIn(element: Element): readonly Element[]
  /** Whether any link to another site lies in it. */
  leadsSomewhere(element: Element): boolean
  /** Whether a link to another host than these lies in it. */
  leadsElsewhere(element: Element, hosts: ReadonlySet<string>): boolean
  /** Whether a part of the page itself, which no result has inside, lies in it. */
  holdsFurniture(element: Element): boolean
  /** Whether a link that goes lies in it. */
  holdsCovered(element: Element): boolean
  /** The hosts that a link leads to outside the engine. */
  hostsOf(link: Element): readonly string[]
  /** Selects links. */
  readonly links: string
  /** Selects what a person can act on, or follow, wherever it leads. */
  readonly handles: string
}

/** Elements beside the results: what is said there of the search, and links of all kinds. */
export const sideColumn = 'aside, [role=complementary], #rhs'

/** The page itself. */
const page = 'body, main, [role=main]'

/** Parts of the page itself, where they are no part of a result. */
const parts = `nav, header:not(article *), footer:not(article *), form, input, textarea, [role=search], [role=navigation], [role=tablist], ${sideColumn}`

/**
 * Looks at the page once, from its links outwards, as far as it is asked: to ask each element what lies in it took most
 * of the script's time on real pages.
 */
export function surroundings(
  engine: Engine,
  { leading, concerned, of, selector }: JudgedLinks,
): (goes: (link: Element) => boolean) => Surroundings {
  const hostsOf = (link: Element) => of(link)?.hosts ?? []
  const hosts = once(() => hostsWithin(leading, hostsOf))
  const furnished = once(() => holdersOf(furnitureOf(engine)))
  const menus = once(() => menusAmong(leading, engine, (result) => hosts().get(result)!))
  return (goes) => {
    const others = once(() => [...leading].filter((link) => !goes(link)))
    const holdOthers = once(() => holdersOf(others()))
    const holdCovered = once(() => holdersOf([...concerned].filter(goes)))
    const holdStaying = once(() => holdersOf(others().filter((link) => !menus().has(link))))
    return {
      holdsOther: (element) => holdOthers().has(element) && (menus().size === 0 || holdStaying().has(element)),
      othersIn: (element) => others().filter((link) => contains(element, link) && !menus().has(link)),
      leadsSomewhere: (element) => hosts().has(element),
      leadsElsewhere: (element, own) => [...(hosts().get(element) ?? [])].some((host) => !own.has(host)),
      holdsFurniture: (element) => furnished().has(element),
      holdsCovered: (element) => holdCovered().has(element),
      hostsOf,
      links: selector,
      handles: `${selector},button,summary,[role=button]`,
    }
  }
}

function* furnitureOf({ results }: Engine): Iterable<Element> {
  yield* all(root(), page)
  for (const part of all(root(), parts)) if (!around(part, results)) yield part
}

/** Every element that one of these lies in, or is. */
function holdersOf(elements: Iterable<Element>): Set<Element> {
  const found = new Set<Element>()
  for (const element of elements)
    for (let one: Element | null = element; one && !found.has(one); one = parentOf(one)) found.add(one)
  return found
}

/** The hosts that the links in an element lead to. */
function hostsWithin(links: Iterable<Element>, hostsOf: Surroundings['hostsOf']): Map<Element, Set<string>> {
  const found = new Map<Element, Set<string>>()
  for (const link of links)
    for (let one: Element | null = link; one; one = parentOf(one)) {
      const hosts = entry(found, one)
      const before = hosts.size
      for (const host of hostsOf(link)) hosts.add(host)
      // What is further out holds them, too.
      if (hosts.size === before) break
    }
  return found
}

/**
 * Links that stand beside others in several results, the same in each: "report this result". Each belongs to its result,
 * and goes with it.
 */
function menusAmong(
  leading: ReadonlySet<Element>,
  engine: Engine,
  hostsIn: (result: Element) => ReadonlySet<string>,
): ReadonlySet<Element> {
  const addressed = new Map<string, Set<Element>>()
  for (const link of leading) entry(addressed, attribute(link, 'href') ?? '').add(link)
  const menus = new Set<Element>()
  for (const links of addressed.values()) {
    if (links.size === 1) continue
    const results = new Map<Element, Element>()
    for (const link of links) {
      const result = around(link, engine.results)
      if (result) results.set(link, result)
    }
    const places = new Set(results.values())
    if (places.size > 1 && [...places].every((result) => hostsIn(result).size > 1))
      for (const link of results.keys()) menus.add(link)
  }
  return menus
}

function entry<Key, Value>(sets: Map<Key, Set<Value>>, key: Key): Set<Value> {
  const set = sets.get(key) ?? new Set()
  sets.set(key, set)
  return set
}
