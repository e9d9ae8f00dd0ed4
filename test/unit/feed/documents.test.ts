import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { fetchDocument, readOffer, type BaseText } from '../../../src/feed/documents.ts'
import type { SiteFile } from '../../../src/feed/publishing/compose.ts'
import { readFeed } from '../../../src/feed/read-feed.ts'
import { readAtMost, unpack } from '../../../src/feed/gzip.ts'
import { publishedText } from '../../../src/feed/publishing/published-text.ts'
import { findAllTargets } from '../../../src/feed/tuf/search.ts'
import { update } from '../../../src/feed/tuf/update.ts'
import { Forge, order, roleSigners } from './forge.ts'
import { valueOf } from './value-of.ts'

const signers = await roleSigners()
const names = Array.from({ length: 500 }, (_, at) => `name-${at.toString(36)}.example.org`)
const [first, second] = [order(1, names), order(2, [...names.slice(0, 250), 'added.example.org', ...names.slice(251)])]
const textOf = ({ text }: { text: string }) => publishedText(JSON.parse(text))
const delta = `targets/orders/${minimal.id}.1-2.diff.gz`

let forge: Forge

/** The document as a browser gets it that has `base`. */
async function fetched(base?: BaseText) {
  const repository = await forge.reader()
  const trusted = valueOf(await update(repository))
  const [[path, target]] = [...(await findAllTargets(repository, trusted)).targets] as [[string, never]]
  const offer = valueOf(await readOffer(path, target))!
  forge.asked.length = 0
  return fetchDocument(repository, trusted, offer, base)
}

describe('a document', () => {
  const base = { version: 1, text: textOf(first) }

  beforeEach(async () => {
    forge = await Forge.start(signers)
    forge.files.clear()
    await forge.publish(first)
    await forge.publish(second)
  })

  it('comes as a delta where there is one, and whole where there is none', async () => {
    expect(valueOf(await fetched(base))).toBe(textOf(second))
    expect(forge.asked).toEqual([delta])
    expect(valueOf(await fetched())).toBe(textOf(second))
    expect(forge.asked).toEqual([expect.stringMatching(/^targets\/orders\/[0-9a-f]{64}\./)])
  })

  it('37, 38 comes whole to a version that no delta starts from', async () => {
    for (const version of [2, 3, 99]) {
      expect(valueOf(await fetched({ version, text: 'x' }))).toBe(textOf(second))
      expect(forge.asked).not.toContain(delta)
    }
  })

  it.each<[string, () => Uint8Array | undefined]>([
    ['39 that takes away what is not there', () => gzipSync('d9999 3\n')],
    ['40 that leads elsewhere', () => gzipSync('d5 1\n')],
    ['that is none', () => gzipSync('hello\n')],
    ['that is not packed', () => new TextEncoder().encode('d5 1\n')],
    ['49 that is cut off', () => forge.files.get(delta)!.slice(0, -9)],
    ['that is longer than it is said to be', () => new Uint8Array(100_000)],
    ['47 that is a bomb', () => gzipSync(Buffer.alloc(50_000_000)).subarray(0)],
    ['that is not there', () => undefined],
  ])('comes whole, with a warning, after a delta %s', async (_, make) => {
    const data = make()
    if (data) forge.files.set(delta, data)
    else forge.files.delete(delta)
    const result = await fetched(base)
    expect(valueOf(result)).toBe(textOf(second))
    expect(result.warnings).toMatchObject([{ path: delta }])
  })

  it('comes whole where the browser’s own text is another than that version’s', async () => {
    const result = await fetched({ version: 1, text: `${base.text.replace('name-1.', 'name-other.')}` })
    expect(valueOf(result)).toBe(textOf(second))
    expect(result.warnings).toMatchObject([{ code: 'feed-mismatch' }])
  })

  it.each<[string, (packed: Uint8Array) => Uint8Array, string]>([
    ['36 is changed', (packed) => packed.map((byte, at) => (at === 40 ? byte ^ 1 : byte)), 'feed-mismatch'],
    ['49 is cut off', (packed) => packed.slice(0, -20), 'feed-mismatch'],
    ['is longer', (packed) => new Uint8Array(packed.length + 1), 'feed-too-long'],
    ['50 is a portal’s page', () => new TextEncoder().encode('<!doctype html>'), 'feed-mismatch'],
  ])('that %s is refused', async (_, change, code) => {
    const path = [...forge.files.keys()].findLast((file) => /[0-9a-f]{64}/.test(file))!
    forge.files.set(path, change(forge.files.get(path)!))
    expect(await fetched()).toMatchObject({ ok: false, issues: [{ code, path }] })
  })

  it.each<[string, Uint8Array]>([
    ['48 is packed twice', gzipSync(gzipSync(textOf(second)))],
    ['47 is a bomb', gzipSync(Buffer.alloc(80_000_000))],
    ['49 is half a file', gzipSync(textOf(second)).subarray(0, 400)],
    ['58 is not UTF-8', gzipSync(Uint8Array.from([0xff, 0xfe]))],
  ])('that its publisher signed though it %s is refused', async (_, packed) => {
    const { digestOf } = await import('../../../src/feed/tuf/bytes.ts')
    const hash = await digestOf(packed)
    forge.files.set(`targets/orders/${hash}.${minimal.id}.json.gz`, packed)
    await forge.resign('metadata/2.targets.json', [signers.targets], ({ targets }) => {
      Object.assign(targets[`orders/${minimal.id}.json.gz`], { length: packed.length, hashes: { sha256: hash } })
    })
    expect(await fetched()).toMatchObject({ ok: false, issues: [{ path: `orders/${minimal.id}.json.gz` }] })
  })

  it.each<[string, object]>([
    ['no version', { version: undefined }],
    ['a version that is none', { version: '2' }],
    ['a length beyond every document', { length: 65 * 1024 * 1024 }],
    ['a length of nothing', { length: 0 }],
    ['no digest', { sha256: 7 }],
    ['deltas that are none', { deltas: {} }],
    ['a delta from nowhere', { deltas: [{ length: 1 }] }],
  ])('with %s is refused', async (_, custom) => {
    const good = { version: 1, length: 10, sha256: 'x' }
    const target = { length: 10, hashes: new Map(), custom: { ...good, ...custom } }
    expect(await readOffer('orders/some-order.json.gz', target)).toMatchObject({
      ok: false,
      issues: [{ code: 'feed-malformed' }],
    })
  })

  it.each(['orders/../x.json.gz', 'orders/a/b/some-order.json.gz', 'other/some-order.json.gz', 'orders/A.json.gz'])(
    'is none that is called %s',
    async (path) => {
      expect(valueOf(await readOffer(path, { length: 1, hashes: new Map() }))).toBeUndefined()
    },
  )
})

it('a publisher who stops at any file leaves the old state or the new one', async () => {
  forge = await Forge.start(signers)
  const before = new Map(forge.files)
  const { kept } = await forge.reader()
  const written: SiteFile[] = []
  forge.put = (files) => void written.push(...files)
  await forge.publish(order(2))
  const versions: number[] = []
  for (let count = 0; count <= written.length; count++) {
    forge.files.clear()
    for (const [path, data] of before) forge.files.set(path, data)
    for (const { path, data } of written.slice(0, count)) forge.files.set(path, data)
    const { get, now } = forge.repository()
    const reading = valueOf(await readFeed({ sources: [get], pin: await forge.pin(), kept: new Map(kept), now }))
    expect(reading.issues).toEqual([])
    versions.push(reading.documents[0]!.offer.version)
  }
  expect(versions).toEqual([...written.map(() => 1), 2])
})

describe('what is unpacked', () => {
  it('is counted as it comes, and an endless stream is left', async () => {
    let given = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1000
        controller.enqueue(new Uint8Array(1000))
      },
      cancel: () => void (cancelled = true),
    })
    expect(await readAtMost(endless, 5000)).toBeUndefined()
    expect(cancelled).toBe(true)
    expect(given).toBeLessThan(10_000)
  })

  it('47 is no bomb', async () => {
    expect(await unpack(gzipSync(Buffer.alloc(20_000_000)), 64_000_000)).toBeUndefined()
    expect((await unpack(gzipSync(Buffer.alloc(60_000)), 64_000_000))?.length).toBe(60_000)
  })
})

it('a text is published with one target a line, and is the same document', () => {
  const document = { ...minimal, targets: ['a.example.org', { domain: 'b.example.org', note: 'x' }], measures: [] }
  const text = publishedText(document)
  expect(JSON.parse(text)).toEqual(document)
  expect(text).toContain('  "a.example.org",\n  {"domain":"b.example.org","note":"x"}\n')
})
