import { isOnPort, liesBelow, type Query } from './query.ts'
import { entriesIn, bucketOf, type Entry, type NameIndex } from './name-buckets.ts'
import { suffixesOf } from '../order/suffixes.ts'

/** An order that lists what was asked for, and the entry by which it does. */
export interface Coverage {
  /** Record key. */
  order: string
  /** The domain, the host or the URL prefix, as the order lists it. */
  value: string
  entry: Entry
}

/** The buckets that `find` reads for `host`: what has to be at hand before it is called. */
export function bucketsFor(host: string, bucketCount: number): number[] {
  return namesFor(host).map((name) => bucketOf(name, bucketCount))
}

/** An IPv6 address has no parents, and is no name itself. */
function namesFor(host: string): string[] {
  return host.startsWith('[') ? [host] : suffixesOf(host)
}

/** Something of the host that was asked for, which an order names without covering the question: its address, a page or port. */
export type Nearby = 'address' | 'part'

export function findNearby({ host }: Query, index: NameIndex, covered: readonly Coverage[]): Nearby | undefined {
  const [name] = namesFor(host)
  if (name === undefined || covered.length > 0) return undefined
  const entries = entriesIn(index.bucket(bucketOf(name, index.bucketCount)), name)
  if (entries.some(({ shown }) => shown)) return 'address'
  return entries.some(({ url, port }) => url !== undefined || port !== undefined) ? 'part' : undefined
}

/**
 * The one matcher: every order that covers what was asked for, most specific entry first.
 *
 *   listed                asked                    covered
 *   example.com           www.example.com          yes: a domain includes the names below it
 *   example.com           notexample.com           no: labels are compared, not letters
 *   a.b.com               b.com                    no
 *   https://b.com/films   https://b.com/films/1    yes
 *   https://b.com/films   b.com                    no: a URL stays a URL
 *   host b.com            b.com                    yes
 *   host b.com            www.b.com                no: a host is its name alone
 *   host b.com:8443       https://b.com:8443/x     yes
 *   host b.com:8443       https://b.com/           no: nor where a name was asked for without an address
 *
 * It says nothing of time: whether the order is in force is the question of its schedule, and whether a single entry
 * counts, of `counts`.
 */
export function find(query: Query, index: NameIndex): Coverage[] {
  const domains: Coverage[] = []
  const narrower: Coverage[] = []
  for (const name of suffixesOf(query.host)) {
    for (const entry of entriesIn(index.bucket(bucketOf(name, index.bucketCount)), name)) {
      const order = index.orders[entry.order]
      if (order === undefined || entry.shown) continue
      if (entry.url === undefined && !entry.exact) domains.push({ order, value: name, entry })
      else if (name === query.host && covers(entry, query))
        narrower.push({ order, value: narrowValueOf(name, entry), entry })
    }
  }
  narrower.sort((a, b) => b.value.length - a.value.length)
  return [...narrower, ...domains]
}

/** Whether an entry of the host that was asked for, and of nothing below it, covers the address. */
function covers({ url: prefix, port }: Entry, { url }: Query): boolean {
  if (prefix !== undefined) return url !== undefined && liesBelow(prefix, url)
  return port === undefined || (url !== undefined && isOnPort(port, url))
}

function narrowValueOf(name: string, { url, port }: Entry): string {
  return url ?? (port === undefined ? name : `${name}:${port}`)
}
