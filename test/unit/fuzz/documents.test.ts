import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bundled } from '../../../src/bundled/bundled.ts'
import { find } from '../../../src/names/find.ts'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { locateIssues } from '../../../src/order/reading/places.ts'
import { explain } from '../../../src/standing/explain.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { timelineOf } from '../../../src/standing/timeline.ts'
import { long } from '../../deep/share.ts'
import complete from '../../../src/order/reading/complete.json' with { type: 'json' }
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { fuzz } from './fuzz.ts'

type Node = Record<string | number, unknown>

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    '',
    'com',
    'a.tv',
    '\ud800',
    '\u202e',
    -0,
    1e308,
    2 ** 53,
    '2020-02-30',
    '2019-12-31',
    '<b>',
  ),
  fc.constantFrom<unknown>({ __proto__: null, constructor: 1 }, { url: 'https://a.tv/x' }, { host: 'a.tv:81' }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
)
const change = fc.record({ at: fc.nat(), how: fc.constantFrom('set', 'set', 'drop', 'double', 'add'), value: odd })
const documents = [minimal, minimal, complete, ...bundled.map(({ document }) => document)]
const document = fc
  .tuple(fc.constantFrom<unknown>(...documents), fc.array(change, { maxLength: 3 }))
  .map(([whole, changes]) => {
    const changed = structuredClone(whole) as Node
    for (const one of changes) apply(changed, one)
    return JSON.stringify(changed)
  })

/** Every place of a document: the object or list, and the key in it; of a long list its first few. */
function placesIn(node: unknown): [Node, string][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node)
    .slice(0, 40)
    .flatMap(([key, below]) => [[node as Node, key] as [Node, string], ...placesIn(below)])
}

function apply(whole: Node, { at, how, value }: { at: number; how: string; value: unknown }): void {
  const places = placesIn(whole)
  const place = places[at % places.length]
  // Two changes may draw one value, and one of them change it.
  const own = structuredClone(value)
  if (!place) return
  const [node, key] = place
  if (how === 'drop') delete node[key]
  else if (how === 'add') node[`${key}-${at % 7}`] = own
  else if (how === 'double' && Array.isArray(node)) node.push(structuredClone(node[Number(key)]))
  else node[key] = own
}

/** Found, explained and drawn, as every order is that was taken. */
function used(text: string): void {
  const parsed = parseOrderText(text)
  if (!parsed.ok) return
  const library = memoryLibrary([{ order: parsed.value, provenance: 'user' }], 0)
  const now = Date.parse('2020-06-01T00:00:00Z')
  const [record] = library.records.values()
  timelineOf(record!, false, now)
  const names = parsed.value.targets.slice(0, 20).flatMap((target) => (typeof target === 'string' ? [target] : []))
  const own = parsed.value.measures.every(({ targets }) => targets === undefined)
  for (const host of names) {
    const query = { host, url: `https://${host}/` }
    const coverages = find(query, library.index)
    if (own) expect(coverages.map(({ value }) => value)).toContain(host)
    const effective = { settings: { afterTerm: 'stop', choices: {} } } as const
    explain(query, coverages, library.records, { effective, now })
  }
}

it('a damaged document is refused at places that it has, or is an order', long, async ({ annotate }) => {
  const figures = fuzz(document, 5000, { taken: 0.1, refused: 0.3 }, (text) => {
    const parsed = parseOrderText(text)
    for (const { code, message } of [...parsed.warnings, ...(parsed.ok ? [] : parsed.issues)]) {
      expect(code).toMatch(/^[a-z0-9-]+$/)
      expect(message.length).toBeGreaterThan(5)
    }
    if (parsed.ok) {
      used(text)
      return 'taken'
    }
    expect(parsed.issues.length).toBeGreaterThan(0)
    expect(locateIssues(text, parsed.issues)).toHaveLength(parsed.issues.length)
    return 'refused'
  })
  await annotate(figures)
})

it('a text with a damaged place never throws', long, async ({ annotate }) => {
  const cut = fc
    .tuple(fc.constantFrom(...documents.map((one) => JSON.stringify(one))), fc.nat(), fc.nat(6), fc.string())
    .map(([text, at, less, piece]) => {
      const place = at % text.length
      return text.slice(0, place) + piece + text.slice(place + less)
    })
  const figures = fuzz(cut, 3000, { 'not JSON': 0.2, JSON: 0.05 }, (text) => {
    const parsed = parseOrderText(text)
    if (!parsed.ok) locateIssues(text, parsed.issues)
    return !parsed.ok && parsed.issues[0].code === 'not-json' ? 'not JSON' : 'JSON'
  })
  await annotate(figures)
})
