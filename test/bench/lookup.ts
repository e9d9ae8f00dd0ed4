import { find } from '../../src/names/find.ts'
import { BucketWriter } from '../../src/names/name-buckets.ts'

/**
 * Milliseconds that looking a hundred hosts up takes, warm: the median of many rounds.
 *
 * @param covered the n-th host of the fifty that are covered
 */
export function measureLookup(names: readonly string[], covered: (at: number) => string): number {
  const writer = new BucketWriter(names.length)
  names.forEach((name, position) => writer.add(name, { order: 0, position, block: true, delist: true }))
  const buckets = writer.buckets()
  const index = {
    orders: ['user:big-order'],
    bucketCount: buckets.length,
    bucket: (number: number) => buckets[number]!,
  }
  const hosts = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? covered(at) : `www.open${at}.example.org`))
  const rounds = Array.from({ length: 300 }, () => {
    const start = performance.now()
    const found = hosts.filter((host) => find({ host }, index).length > 0).length
    if (found !== 50) throw new Error(`${found} of 50 covered hosts were found`)
    return performance.now() - start
  })
  return rounds.toSorted((a, b) => a - b)[150]!
}
