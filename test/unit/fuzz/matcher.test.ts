import fc from 'fast-check'
import { expect, it } from 'vitest'
import { find } from '../../../src/names/find.ts'
import { addTargets } from '../../../src/names/indexing.ts'
import { BucketWriter, type NameIndex } from '../../../src/names/name-buckets.ts'
import { parseQuery } from '../../../src/names/query.ts'
import type { Target } from '../../../src/order/order.ts'
import { long } from '../../deep/share.ts'
import { fuzz } from './fuzz.ts'
import { isOrLiesBelow } from './slow-hosts.ts'

interface Listed {
  kind: 'domain' | 'host' | 'page'
  host: string
  port: number | undefined
  path: string
}

const someHost = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'ab', 'www', 'constructor'), { maxLength: 2 }), fc.constantFrom('a', 'ab'))
  .map(([below, name]) => [...below, name, 'tv'].join('.'))
const path = fc.constantFrom('/films', '/films/', '/films/1', '/filmstar', '/x?q=', '/x?q=1', '/films-a', '/caf%C3%A9')
const listed: fc.Arbitrary<Listed> = fc.record({
  kind: fc.constantFrom('domain', 'host', 'page'),
  host: someHost,
  port: fc.constantFrom(undefined, undefined, 8443),
  path,
})
const asked = fc.record({
  scheme: fc.constantFrom('http', 'https'),
  host: someHost,
  port: fc.constantFrom('', '', ':8443'),
  path: fc.oneof(path, fc.constantFrom('/', '/films?x', '/films#x', '/%66ilms', '/caf%c3%a9', '/f', '/x?q=1&y')),
})

function targetOf({ kind, host, port, path: at }: Listed): Target {
  if (kind === 'domain') return host
  return kind === 'host' ? { host: port ? `${host}:${port}` : host } : { url: `https://${host}${at}` }
}

/** Escapes of letters and digits undone, one at a time; others in capitals; no fragment. */
function plain(at: string): string {
  return at.split('#')[0]!.replaceAll(/%[0-9a-f]{2}/gi, (escape) => {
    const letter = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[A-Za-z0-9]/.test(letter) ? letter : escape.toUpperCase()
  })
}

function covers({ kind, host, port, path: at }: Listed, query: { host: string; port: string; path: string }): boolean {
  if (kind === 'domain') return isOrLiesBelow(query.host, host)
  if (host !== query.host) return false
  if (kind === 'host') return port === undefined || query.port === `:${port}`
  const [wanted, given] = [plain(at), plain(query.path)]
  if (query.port !== '' || given.slice(0, wanted.length) !== wanted) return false
  return given === wanted || '/?=&'.includes(wanted.at(-1)!) || '/?=&'.includes(given[wanted.length]!)
}

function indexOf(targets: readonly Target[]): NameIndex {
  const writer = new BucketWriter(targets.length)
  const effects = { block: true, delist: true }
  addTargets(
    writer,
    0,
    targets.map((target) => ({ target, effects })),
  )
  const buckets = writer.buckets()
  return { orders: ['user:test'], bucketCount: buckets.length, bucket: (number) => buckets[number]! }
}

it('the matcher finds what a look at every entry finds', long, async ({ annotate }) => {
  const cases = fc.tuple(fc.array(listed, { minLength: 1, maxLength: 12 }), asked)
  const figures = fuzz(cases, 20_000, { covered: 0.1, uncovered: 0.1 }, ([entries, query]) => {
    const address = `${query.scheme}://${query.host}${query.port}${query.path}`
    const found = find(parseQuery(address)!, indexOf(entries.map(targetOf)))
    const expected = entries.filter((entry) => covers(entry, query)).map((entry) => valueIn(targetOf(entry)))
    expect([address, found.map(({ value }) => value).toSorted()]).toEqual([address, expected.toSorted()])
    return found.length > 0 ? 'covered' : 'uncovered'
  })
  await annotate(figures)
})

function valueIn(target: Target): string {
  if (typeof target === 'string') return target
  return 'host' in target ? target.host : 'url' in target ? target.url : ''
}
