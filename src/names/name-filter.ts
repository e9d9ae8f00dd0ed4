import { suffixesOf } from '../order/suffixes.ts'
import { avalanche, hashName } from './name-hash.ts'

/**
 * The covered names in so few bytes that a result page can hold them: a binary fuse filter (Graf and Lemire, "Binary Fuse
 * Filters: Fast and Smaller Than Xor Filters", 2022). It never misses a name that it holds; of the names that it does not
 * hold it lets one in 4096, 262,144 or a billion pass, by `width`. What passes is looked up exactly. No name can be read
 * from it, though one can be tried.
 */
export interface NameFilter {
  seed: number
  /** Characters of a fingerprint. */
  width: Width
  segmentLength: number
  segmentCount: number
  /**
   * The fingerprints, six bits in each character (U+0040 to U+007F): stored as text, and read where it lies. Were there
   * other characters than ASCII in it, browsers would take ten times as long to hand it to a page.
   */
  fingerprints: string
}

type Width = 2 | 3 | 5

/** The more names, the fewer characters for each: 0.1 MB for 20,000, 0.7 MB for 200,000, 2.3 MB for a million. */
function widthFor(names: number): Width {
  if (names <= 20_000) return 5
  return names <= 200_000 ? 3 : 2
}

/** Whether one of the names under which an entry could cover `host` may be held. */
export function mayCover(filter: NameFilter, host: string): boolean {
  return suffixesOf(host).some((name) => mayHold(filter, name))
}

/** False only for a name that is not held. */
export function mayHold(filter: NameFilter, name: string): boolean {
  const { fingerprints, width } = filter
  if (fingerprints.length === 0) return false
  const key = mixed(keyOf(name), filter.seed)
  const [a, b, c] = slots(key, filter)
  for (let place = 0; place < width; place++) {
    const at = (slot: number) => fingerprints.charCodeAt(slot * width + place)
    if ((at(a) ^ at(b) ^ at(c) ^ (key.fingerprint >>> (6 * place))) & 0x3f) return false
  }
  return true
}

/** Two hashes of 32 bits each, in one number of 53. */
function keyOf(name: string): number {
  return hashName(name, 0x9e3779b9) * 2 ** 21 + (hashName(name) >>> 11)
}

interface Mixed {
  high: number
  low: number
  fingerprint: number
}

function mixed(key: number, seed: number): Mixed {
  const high = avalanche(Math.floor(key / 2 ** 21) ^ seed)
  const low = avalanche((key % 2 ** 21) + Math.imul(high, 0x9e3779b1))
  return { high, low, fingerprint: avalanche(high ^ Math.imul(low, 0x85ebca6b)) }
}

/** Three places in three segments that follow each other. */
function slots(
  { high, low }: Mixed,
  { segmentLength, segmentCount }: Pick<NameFilter, 'segmentLength' | 'segmentCount'>,
): [number, number, number] {
  const first = Math.floor((high / 2 ** 32) * segmentCount * segmentLength)
  const mask = segmentLength - 1
  return [first, (first + segmentLength) ^ ((low >>> 14) & mask), (first + 2 * segmentLength) ^ (low & mask)]
}

/** Builds the filter over `names`, which may repeat. */
export function nameFilter(names: Iterable<string>): NameFilter {
  const keys = distinct(Float64Array.from(names, keyOf))
  if (keys.length === 0) return { seed: 0, width: 2, segmentLength: 1, segmentCount: 0, fingerprints: '' }
  const size = sizeFor(keys.length)
  // Each try succeeds with a probability of about 0.9.
  for (let seed = 1; ; seed++) {
    const peeled = peel(keys, seed, size)
    if (peeled) return { seed, width: widthFor(keys.length), ...size, fingerprints: fill(keys, peeled, seed, size) }
  }
}

function distinct(keys: Float64Array): Float64Array {
  keys.sort()
  return keys.filter((key, at) => at === 0 || key !== keys[at - 1])
}

type Size = Pick<NameFilter, 'segmentLength' | 'segmentCount'>

/** The paper's figures for three places. */
function sizeFor(keys: number): Size {
  const segmentLength = Math.min(2 ** 18, 2 ** Math.floor(Math.log(keys) / Math.log(3.33) + 2.25))
  const room = keys <= 1 ? 3 : keys * Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(keys))
  return { segmentLength, segmentCount: Math.max(1, Math.ceil(room / segmentLength) - 2) }
}

/** A place of its own for each key, and the order in which they were found: the last one found is filled in first. */
interface Peeled {
  order: Uint32Array
  places: Uint32Array
}

function peel(keys: Float64Array, seed: number, size: Size): Peeled | undefined {
  const places = (size.segmentCount + 2) * size.segmentLength
  const counts = new Uint32Array(places)
  const sums = new Uint32Array(places)
  for (let key = 0; key < keys.length; key++)
    for (const place of slots(mixed(keys[key]!, seed), size)) {
      counts[place]!++
      sums[place]! ^= key
    }
  const alone: number[] = []
  for (let place = 0; place < places; place++) if (counts[place] === 1) alone.push(place)
  const peeled: Peeled = { order: new Uint32Array(keys.length), places: new Uint32Array(keys.length) }
  let found = 0
  for (let place = alone.pop(); place !== undefined; place = alone.pop()) {
    if (counts[place] !== 1) continue
    const key = sums[place]!
    peeled.order[found] = key
    peeled.places[found++] = place
    for (const other of slots(mixed(keys[key]!, seed), size)) {
      sums[other]! ^= key
      if (--counts[other]! === 1) alone.push(other)
    }
  }
  return found === keys.length ? peeled : undefined
}

function fill(keys: Float64Array, { order, places }: Peeled, seed: number, size: Size): string {
  const width = widthFor(keys.length)
  const prints = new Uint32Array((size.segmentCount + 2) * size.segmentLength)
  for (let at = order.length - 1; at >= 0; at--) {
    const key = mixed(keys[order[at]!]!, seed)
    const place = places[at]!
    const [a, b, c] = slots(key, size)
    prints[place] = (key.fingerprint ^ prints[a]! ^ prints[b]! ^ prints[c]! ^ prints[place]!) >>> 0
  }
  return asText(prints, width)
}

function asText(prints: Uint32Array, width: Width): string {
  const parts: string[] = []
  const codes = new Uint8Array(width * 8192)
  for (let from = 0; from < prints.length; from += 8192) {
    const some = prints.subarray(from, from + 8192)
    for (let at = 0; at < some.length; at++)
      for (let place = 0; place < width; place++)
        codes[at * width + place] = 0x40 | ((some[at]! >>> (6 * place)) & 0x3f)
    parts.push(String.fromCharCode(...codes.subarray(0, some.length * width)))
  }
  return parts.join('')
}
