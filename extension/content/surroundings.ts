import type { Engine } from '../../src/search/engine.ts'
import { once } from '../../src/words/once.ts'
import { all, around, attribute, first, is, root } from './dom.ts'
import { linkSelector, linksIn } from './links.ts'

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

/** @param hostsOf of every link as it was judged; none of a link that was not */
export function surroundings(
  engine: Engine,
  hostsOf: Surroundings['hostsOf'],
): (goes: (link: Element) => boolean) => Surroundings {
  const leads = (link: Element) => hostsOf(link).length > 0
  const leadsSomewhere = remembered((element) => linksIn(element).some(leads))
  const holdsFurniture = remembered((element) => is(element, furniture) || first(element, furniture) !== null)
  // Few pages ask for it: the whole page has to be looked at.
  const menus = once(() => menusAmong([...all(root(), linkSelector)].filter(leads), engine, hostsOf))
  return (goes) => ({
    holdsOther: remembered((element) =>
      linksIn(element).some((link) => leads(link) && !goes(link) && !menus().has(link)),
    ),
    leadsSomewhere,
    holdsFurniture,
    hostsOf,
  })
}

/** Results lie in the same few elements: each is looked at once. */
function remembered(is: (element: Element) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>()
  return (element) => {
    const answer = known.get(element) ?? is(element)
    known.set(element, answer)
    return answer
  }
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
