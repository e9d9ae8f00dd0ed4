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
  /** Epoch ms from which it counts, where that is not as long as its order. */
  from?: number
  /** Epoch ms from which it no longer counts. */
  until?: number
  /** For a URL target: the prefix that it covers. Without it the entry covers the name and every name below. */
  url?: string
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

function fieldsOf({ order, position, block, delist, from, until, url }: Entry): string {
  const effects = (block ? 1 : 0) + (delist ? 2 : 0)
  const plain = `${order},${position},${effects}`
  if (from === undefined && until === undefined && url === undefined) return plain
  return `${plain},${from ?? ''},${until ?? ''},${url === undefined ? '' : encodeURIComponent(url)}`
}

function entryOf(fields: string): Entry {
  const [order, position, effects, from, until, url] = fields.split(',')
  return {
    order: Number(order),
    position: Number(position),
    block: (Number(effects) & 1) !== 0,
    delist: (Number(effects) & 2) !== 0,
    ...(from ? { from: Number(from) } : {}),
    ...(until ? { until: Number(until) } : {}),
    ...(url ? { url: decodeURIComponent(url) } : {}),
  }
}
