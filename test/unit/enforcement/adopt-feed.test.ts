import { describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { adoptFeed, type FeedBefore } from '../../../src/enforcement/adopt-feed.ts'
import { digestOf } from '../../../src/feed/tuf/bytes.ts'
import { readFeed, type FeedReading } from '../../../src/feed/read-feed.ts'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { placedTargets } from '../../../src/order/targets/placed.ts'
import { recordOf, type OrderRecord } from '../../../src/standing/record.ts'
import { Forge, minute, now, order } from '../feed/forge.ts'
import { valueOf } from '../feed/value-of.ts'

const names = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `n${from + at}.example`)
const { id } = minimal

/** A reader of a feed: what it has adopted stands for what the browser keeps. */
async function follower(forge: Forge) {
  const before: FeedBefore & { records: Map<string, OrderRecord> } = {
    documents: [],
    records: new Map(),
    targets: async ({ order: { id: name } }) => placedTargets(valueOf(parseOrderText(texts.get(name)!))),
    heldText: async (name) => held.get(name),
    settings: { acknowledge: [], acceptUpdates: [] },
  }
  const texts = new Map<string, string>()
  let held = new Map<string, string>()
  const kept = new Map<string, Uint8Array>()
  const pin = await forge.pin()

  async function follow(settings: Partial<FeedBefore['settings']> = {}) {
    const { get } = forge.repository()
    const known = new Map(
      before.documents.map(({ path, version, digest }) => [path, { version, digest, text: async () => undefined }]),
    )
    const reading = valueOf(await readFeed({ sources: [get], pin, kept, now: forge.now + minute, known }))
    const adoption = await adoptFeed(reading, { ...before, settings: { ...before.settings, ...settings } })
    for (const { order: arrived, text } of adoption.arrivals) {
      const digest = await digestOf(text)
      const feed = { root: pin, address: 'https://feed.example/', version: 1 }
      texts.set(arrived.id, text)
      before.records.set(
        arrived.id,
        recordOf(arrived, { provenance: 'feed', feed, choice: 'apply', digest, addedAt: 0 }),
      )
    }
    for (const record of adoption.dropped) before.records.delete(record.order.id)
    before.documents = adoption.documents
    held = adoption.held
    return adoption
  }
  /** Each document's id, version, standing and codes. */
  const outcome = () =>
    before.documents.map(({ id: name, version, standing, issues }) => [
      name,
      version,
      standing,
      ...issues.map(({ code }) => code),
    ])
  const inForce = () => [...before.records.values()].map(({ order: { id: name, version } }) => [name, version])
  return { follow, outcome, inForce }
}

async function feedOf(...sources: ReturnType<typeof order>[]) {
  const forge = await Forge.start()
  if (sources.length > 0) await forge.publish(...sources)
  return { forge, ...(await follower(forge)) }
}

describe('a feed’s new state', () => {
  it('brings orders, takes those that are gone, and leaves those that are the same', async () => {
    const { forge, follow, inForce } = await feedOf(order(2), order(1, ['x.example'], 'other-order'))
    expect((await follow()).arrivals).toHaveLength(2)
    expect((await follow()).arrivals).toHaveLength(0)
    await forge.publish(order(2))
    expect((await follow()).dropped.map(({ key }) => key)).toEqual([
      `feed/${(await forge.pin()).slice(0, 16)}:other-order`,
    ])
    expect(inForce()).toEqual([[id, 2]])
  })

  it.each<[string, string[], string[], string]>([
    ['43 loses most of its names', names(100), names(10), 'held-change'],
    ['44 gains more than a fifth', names(100), names(121), 'held-change'],
  ])('holds a list that %s, and applies it where a policy says so', async (_, first, second, code) => {
    const { forge, follow, outcome, inForce } = await feedOf(order(2, first))
    await follow()
    await forge.publish(order(3, second))
    const held = await follow()
    expect(held.arrivals).toEqual([])
    expect(outcome()).toEqual([[id, 3, 'held', code]])
    expect(inForce()).toEqual([[id, 2]])
    expect((await follow()).held.get(id)).toContain('"version": 3')
    await follow({ acceptUpdates: [{ order: id, version: 4 }] })
    expect(inForce()).toEqual([[id, 2]])
    await follow({ acceptUpdates: [{ order: id, version: 3 }] })
    expect([outcome(), inForce()]).toEqual([[[id, 3, 'kept']], [[id, 3]]])
  })

  it('lets a small change from what is in force through after one that was held', async () => {
    const { forge, follow, inForce } = await feedOf(order(2, names(100)))
    await follow()
    await forge.publish(order(3, names(10)))
    await follow()
    await forge.publish(order(4, names(101)))
    await follow()
    expect(inForce()).toEqual([[id, 4]])
  })

  it('holds a document that acknowledges by itself what many people need, until an administrator does', async () => {
    const acknowledging = (version: number) => ({
      file: `${id}.json`,
      text: JSON.stringify({ ...minimal, version, targets: ['google.com', ...names(20)], ack: ['google.com'] }),
    })
    const { follow, outcome, inForce } = await feedOf(acknowledging(2))
    await follow()
    expect(outcome()).toEqual([[id, 2, 'held', 'held-protected']])
    expect(inForce()).toEqual([])
    await follow({ acknowledge: [{ order: id, host: 'google.com' }] })
    expect(inForce()).toEqual([[id, 2]])
  })

  it.each<[string, string, string]>([
    ['19 of a lower version', textOf(4, { targets: ['other.example.org'] }), 'feed-rollback'],
    ['21 of the same version with another text', textOf(5, { targets: ['other.example.org'] }), 'feed-rollback'],
    ['that is no order', textOf(6, { format: 'writ-order/9' }), 'not-one-of'],
    ['that is no JSON', '{', 'not-json'],
    ['of another order than it is signed as', textOf(6, { id: 'other-order' }), 'feed-mismatch'],
  ])('126 leaves what is in force where it has a document %s, and brings the others', async (_, text, code) => {
    const other = order(1, ['x.example'], 'another-order')
    const { documents, arrivals, dropped } = await adoptFeed(reading([id, text], ['another-order', other.text]), {
      documents: [],
      records: new Map([[id, recordOf(valueOf(parseOrderText(order(5).text)), given)]]),
      targets: async () => [],
      heldText: async () => undefined,
      settings: { acknowledge: [], acceptUpdates: [] },
    })
    expect(documents).toMatchObject([{ standing: 'refused', issues: [{ code }] }, { standing: 'kept' }])
    expect(arrivals.map(({ order: { id: name } }) => name)).toEqual(['another-order'])
    expect(dropped).toEqual([])
  })

  it('41 takes the first of two documents with one id', async () => {
    const offered = reading([id, order(1).text], [id, order(2).text])
    const twice = {
      ...offered,
      documents: offered.documents.map((one, at) => ({ ...one, offer: { ...one.offer, path: `${at}` } })),
    }
    const { documents } = await adoptFeed(twice, { ...nothing, targets: async () => [] })
    expect(documents).toMatchObject([
      { standing: 'kept' },
      { standing: 'refused', issues: [{ code: 'feed-id-taken' }] },
    ])
  })
})

const given = {
  provenance: 'feed',
  feed: { root: 'ab'.repeat(32), address: 'https://feed.example/', version: 1 },
  choice: 'apply',
  addedAt: now,
  digest: 'before',
} as const

const nothing = {
  documents: [],
  records: new Map(),
  heldText: async () => undefined,
  settings: { acknowledge: [], acceptUpdates: [] },
}

function textOf(version: number, values: object): string {
  return JSON.stringify({ ...minimal, version, ...values })
}

/** What a feed offers, as it was read: the version is the text's, where that can be read. */
function reading(...texts: [id: string, text: string][]): FeedReading {
  return {
    trusted: undefined!,
    documents: texts.map(([name, text]) => {
      const version = Number(/"version":\s*(\d+)/.exec(text)?.[1] ?? 6)
      const target = { length: 1, hashes: new Map<string, string>() }
      const path = `orders/${name}.json.gz`
      return { offer: { path, id: name, version, target, length: 1, digest: `d${version}`, deltas: [] }, text }
    }),
    issues: [],
    mayOffer: async () => false,
  }
}
