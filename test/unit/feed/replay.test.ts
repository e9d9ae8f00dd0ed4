import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { askInTime } from '../../../src/cli/feed/ask-in-time.ts'
import { getOverHttp } from '../../../src/feed/get-over-http.ts'
import { siteServer } from '../../../src/cli/commands/serve.ts'
import type { BaseText, OfferedDocument } from '../../../src/feed/documents.ts'
import { normalizeHost } from '../../../src/order/hostname.ts'
import { judgeChange } from '../../../src/feed/held.ts'
import { digestOf } from '../../../src/feed/tuf/bytes.ts'
import { readFeed } from '../../../src/feed/read-feed.ts'
import { valueOf } from './value-of.ts'
import { Workshop } from './workshop.ts'

/** A day on which a register changed. */
interface Change {
  date: string
  add: string[]
  remove: string[]
}

/** A file with real changes of an official register, a packed line a day: years of it take minutes. */
const history = process.env['WRIT_HISTORY']

function realChanges(file: string): Change[] {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  return lines.map((line) => {
    const { date, add, remove } = JSON.parse(line) as Change
    return { date, add: add.flatMap(hostOf), remove: remove.flatMap(hostOf) }
  })
}

/** A register holds a few entries that are no names, and a publisher leaves them out. */
function hostOf(name: string): string[] {
  const read = normalizeHost(name)
  return read.ok ? [read.host] : []
}

/** The same in small: days of little, one of much, a collapse and the way back. */
function madeChanges(): Change[] {
  const names = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `n${from + at}.example.org`)
  return [
    { date: '2023-04-25', add: names(0, 2000), remove: [] },
    { date: '2023-04-26', add: names(2000, 2030), remove: names(5, 9) },
    { date: '2023-05-22', add: names(3000, 6000), remove: [] },
    { date: '2023-05-23', add: names(6000, 6010), remove: names(20, 25) },
    { date: '2025-04-11', add: [], remove: names(3000, 6000) },
    { date: '2025-04-14', add: names(3000, 6001), remove: [] },
    { date: '2025-04-15', add: names(7000, 7003), remove: names(30, 31) },
  ]
}

const day = 24 * 60 * 60 * 1000
const changes = history === undefined ? madeChanges() : realChanges(history)
const shop = new Workshop()
const path = `orders/${minimal.id}.json.gz`
let server: Server
let address: string
const sockets = new Set<Socket>()

beforeAll(async () => {
  server = siteServer(shop.at('site'))
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  shop.close()
})

/** Every byte that crossed a socket, in either direction, heads and all. */
const transferred = () => [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0)

describe('days of a register', () => {
  it('reach a browser in a fraction of their length, and what is odd waits', async () => {
    await shop.done('keygen', '--out', '@keys')
    mkdirSync(shop.at('orders'))
    const kept = new Map<string, Uint8Array>()
    const names = new Set<string>()
    let base: BaseText | undefined
    let whole = 0
    let version = 0
    const held: string[] = []
    let renewed = Date.parse(`${changes[0]!.date}T12:00:00Z`)

    /** What the publisher has today, in the browser: its names, or nothing where it waits. */
    const receive = async (): Promise<BaseText> => {
      const reading = valueOf(
        await readFeed({
          sources: [getOverHttp(address, askInTime)],
          pin: await digestOf(readFileSync(shop.at('site/metadata/1.root.json'))),
          kept,
          now: shop.now,
          known: new Map(base && [[path, { ...base, digest: '', text: async () => base!.text }]]),
        }),
      )
      expect(reading.issues).toEqual([])
      const [{ offer, text }] = reading.documents as [{ offer: OfferedDocument; text: string }]
      whole += offer.target.length
      expect(JSON.parse(text).targets).toEqual([...names].toSorted())
      return { version: offer.version, text }
    }
    const targetsOf = ({ text }: BaseText): string[] => JSON.parse(text).targets

    for (const { date, add, remove } of changes) {
      shop.now = Date.parse(`${date}T12:00:00Z`)
      for (const name of remove) names.delete(name)
      for (const name of add) names.add(name)
      version++
      // The root is good for a year.
      if (shop.now > renewed + 335 * day) {
        await shop.done('rotate', 'root', '--out', '@site', '--keys', '@keys')
        renewed = shop.now
      }
      const order = { ...minimal, version, targets: [...names].toSorted() }
      writeFileSync(shop.at('orders/a.json'), JSON.stringify(order))
      await shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys')
      const now = await receive()
      const change = judgeChange(base && targetsOf(base), targetsOf(now), () => false)
      // A person looks, and releases growth; what was lost is taken for the accident that it was.
      if (change.held.length > 0) held.push(date)
      if (change.held.length === 0 || names.size > targetsOf(base!).length) base = now
    }

    const emptied = judgeChange(targetsOf(base!), [], () => false)
    expect(emptied.held.map(({ code }) => code)).toContain('held-empty')
    expect(held).toEqual(history ? ['2023-05-22', '2025-03-17', '2025-04-11'] : ['2023-05-22', '2025-04-11'])
    if (history) {
      expect(changes.length).toBe(166)
      expect(whole).toBeGreaterThan(14_000_000)
      expect(transferred()).toBeLessThanOrEqual(1_500_000)
    } else expect(transferred()).toBeLessThan(whole)
  }, 600_000)
})
