import type { Period } from '../order/targets/periods.ts'
import { hashName } from './name-hash.ts'

/**
 * Where a name is listed. All the entries of all the orders lie in buckets, each of which holds the names whose hash ends
 * in its number: a name is looked up by reading one short text, from memory or from a database, so an answer costs the
 * same for sixteen names and for a million and needs nothing to be loaded beforehand. The names stand in the bucket in
 * full: an answer is exact.
 */
export interface Entry {
  /** Index in `NameIndex.orders`. */
  order: number
  /** Which of the order's targets, counted as `placedTargets` gives them. */
  position: number
  /** Effects of the measures that it belongs to. */
  block: boolean
  delist: boolean
  /** The times for which it counts, where that is not as long as its order. */
  periods?: Period[]
  /** For a URL target: the prefix that it covers. */
  url?: string
  /** Whether it covers the name alone. Without this and without a prefix it covers every name below, too. */
  exact?: true
  /** The port to which an exact one is limited. */
  port?: number
  /** Whether it only tells that its order names the IP address: it covers nothing. */
  shown?: true
}

export interface NameIndex {
  /** Record keys, by `Entry.order`. */
  orders: string[]
  /** A power of two. */
  bucketCount: number
  bucket(number: number): string
}

/** Names a bucket: about 2 kB of text, searched in under a microsecond. */
const namesPerBucket = 64

function bucketCountFor(names: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(names / namesPerBucket)))
}

export function bucketOf(name: string, bucketCount: number): number {
  return hashName(name) & (bucketCount - 1)
}

/** Gathers entries into buckets. A bucket is lines of `name TAB fields`, between line feeds: no name has either character. */
export class BucketWriter {
  readonly #lines: string[][]
  /** The name of each entry. */
  readonly names: string[] = []

  /** @param names how many entries will come, about: it decides how many buckets there are */
  constructor(names: number) {
    this.#lines = Array.from({ length: bucketCountFor(names) }, () => [])
  }

  add(name: string, entry: Entry): void {
    this.names.push(name)
    this.#lines[bucketOf(name, this.#lines.length)]!.push(`${name}\t${fieldsOf(entry)}`)
  }

  buckets(): string[] {
    return this.#lines.map((lines) => (lines.length === 0 ? '' : `\n${lines.join('\n')}\n`))
  }
}

/** Every entry listed in `bucket` under exactly `name`. */
export function entriesIn(bucket: string, name: string): Entry[] {
  const entries: Entry[] = []
  const line = `\n${name}\t`
  for (let at = bucket.indexOf(line); at >= 0; at = bucket.indexOf(line, at + 1)) {
    const start = at + line.length
    entries.push(entryOf(bucket.slice(start, bucket.indexOf('\n', start))))
  }
  return entries
}

/** Bits of a number that says what an entry does. Nearly all entries need no more: a million names are shorter for it. */
const flags = { block: 1, delist: 2, exact: 4, shown: 8 } as const

function fieldsOf({ order, position, block, delist, exact, shown, periods, url, port }: Entry): string {
  const narrowed = (exact ? flags.exact : 0) + (shown ? flags.shown : 0)
  const said = (block ? flags.block : 0) + (delist ? flags.delist : 0) + narrowed
  const plain = `${order},${position},${said}`
  if (periods === undefined && url === undefined && port === undefined) return plain
  return `${plain},${periodsText(periods)},${url === undefined ? '' : encodeURIComponent(url)},${port ?? ''}`
}

function entryOf(fields: string): Entry {
  const [order, position, said, periods, url, port] = fields.split(',')
  const says = (flag: number) => (Number(said) & flag) !== 0
  return {
    order: Number(order),
    position: Number(position),
    block: says(flags.block),
    delist: says(flags.delist),
    ...(says(flags.exact) ? { exact: true } : {}),
    ...(says(flags.shown) ? { shown: true } : {}),
    ...(periods ? { periods: periodsIn(periods) } : {}),
    ...(url ? { url: decodeURIComponent(url) } : {}),
    ...(port ? { port: Number(port) } : {}),
  }
}

/** `1~2;3~`: from 1 until 2 and from 3 on; `;` where it counts at no time. */
function periodsText(periods: readonly Period[] | undefined): string {
  if (periods?.length === 0) return ';'
  return (periods ?? []).map(({ from = '', until = '' }) => `${from}~${until}`).join(';')
}

function periodsIn(text: string): Period[] {
  if (text === ';') return []
  return text.split(';').map((one) => {
    const [from, until] = one.split('~')
    return { ...(from ? { from: Number(from) } : {}), ...(until ? { until: Number(until) } : {}) }
  })
}
