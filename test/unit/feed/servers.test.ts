import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  createServer as createSocketServer,
  type AddressInfo,
  type Server as SocketServer,
  type Socket,
} from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { asking, getOverHttp } from '../../../src/feed/get-over-http.ts'
import { readFeed, type FeedRequest } from '../../../src/feed/read-feed.ts'
import { nextPoll, retryTime } from '../../../src/feed/schedule.ts'
import { Forge, minute, now, order, roleSigners } from './forge.ts'
import { valueOf } from './value-of.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const signers = await roleSigners()
const servers: (Server | SocketServer)[] = []
let forge: Forge
let pin: string

beforeEach(async () => {
  forge = await Forge.start(signers)
  pin = await forge.pin()
})

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function listen<Any extends Server | SocketServer>(server: Any): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** The feed as it should be served. */
const serve: Answer = (request, response) => {
  const data = forge.files.get(request.url!.slice(1))
  response.writeHead(data ? 200 : 404, { 'content-type': 'application/octet-stream' })
  response.end(data)
}

/** A server that does so, but for one path. */
const hostile = (path: string, answer: Answer) =>
  listen(createServer((request, response) => (request.url === path ? answer : serve)(request, response)))

/** 16 MB of nothing in 16 KB. */
const bomb = gzipSync(Buffer.alloc(16_000_000))
const timestamp = '/metadata/timestamp.json'

/** What a browser makes of it that knows the feed's first version. */
async function read(addresses: string[], known: Map<string, Uint8Array>, signal?: AbortSignal) {
  const ask = (url: string) => fetch(url, { ...asking, ...(signal ? { signal } : {}) })
  const request: FeedRequest = {
    sources: addresses.map((one) => getOverHttp(one, ask)),
    pin,
    kept: known,
    now: now + minute,
  }
  return readFeed(request)
}

/** Its metadata, before the publisher's next version. */
async function knownBefore(): Promise<Map<string, Uint8Array>> {
  const { kept } = await forge.reader()
  await forge.publish(order(2))
  return kept
}

const text =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }

describe('a server', () => {
  it.each<[string, string, Answer]>([
    [
      '45 without an end',
      'feed-too-long',
      (_, response) => {
        response.writeHead(200)
        const more = () => {
          while (response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', more)
        more()
      },
    ],
    [
      '46 with more than it says',
      'feed-malformed',
      (_, response) => response.socket!.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}{}{}'),
    ],
    [
      '46 with less than it says',
      'feed-unreachable',
      (_, response) => response.socket!.end('HTTP/1.1 200 OK\r\ncontent-length: 2000\r\n\r\n{}'),
    ],
    ['46 with more bytes than it may have', 'feed-too-long', text(200, 'x'.repeat(20_000))],
    [
      '46 with a length that is none',
      'feed-unreachable',
      (_, response) => response.socket!.end('HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}'),
    ],
    [
      '47 with a bomb as its encoding',
      'feed-too-long',
      (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' })
        response.end(bomb)
      },
    ],
    [
      '49 that breaks off',
      'feed-unreachable',
      (_, response) => {
        response.writeHead(200, { 'transfer-encoding': 'chunked' })
        response.write('{"signed":', () => response.destroy())
      },
    ],
    ['that breaks off at once', 'feed-unreachable', (request) => request.socket.destroy()],
    ['that speaks no HTTP', 'feed-unreachable', (request) => request.socket.end('hello\r\n')],
    [
      'with a head beyond all',
      'feed-unreachable',
      (_, response) => response.socket!.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(200_000)}\r\n\r\n{}`),
    ],
    [
      '50 with a portal’s page',
      'feed-web-page',
      text(200, '<!doctype html>', { 'content-type': 'text/html; charset=utf-8' }),
    ],
    [
      '50 with a page that says it is none',
      'feed-malformed',
      text(200, '<!doctype html>', { 'content-type': 'application/json' }),
    ],
    ['51 that leads to another host', 'feed-redirect', text(302, '', { location: 'http://127.0.0.1:9/' })],
    ['51 that leads elsewhere for ever', 'feed-redirect', text(308, '', { location: timestamp })],
    ['53 that is busy', 'feed-busy', text(503, '', { 'retry-after': '120' })],
    ['53 that is asked too often', 'feed-busy', text(429, 'x', { 'retry-after': 'Wed, 02 Dec 2026 00:00:00 GMT' })],
    ['that is broken', 'feed-unreachable', text(500, 'x')],
    ['that has moved away', 'feed-unreachable', text(410, 'x')],
    ['that wants a password', 'feed-unreachable', text(401, 'x', { 'www-authenticate': 'Basic' })],
    ['55 with nothing', 'feed-malformed', text(200, '')],
    ['with nothing, and says so', 'feed-malformed', text(204, '')],
    ['with another type', 'feed-malformed', text(200, 'GIF89a', { 'content-type': 'image/gif' })],
    ['without the file', 'feed-missing', text(404, '')],
    ['that hides the file', 'feed-missing', text(403, '<AccessDenied/>')],
  ])('%s is refused, and what was trusted stays', async (_, code, answer) => {
    const known = await knownBefore()
    const before = known.get('timestamp')
    const result = await read([await hostile(timestamp, answer)], known)
    expect(result).toMatchObject({
      ok: false,
      issues: [{ code, path: expect.stringContaining('metadata/timestamp.json') }],
    })
    expect(known.get('timestamp')).toBe(before)
    expect(valueOf(await read([await listen(createServer(serve))], known)).documents).toMatchObject([
      { offer: { version: 2 } },
    ])
  })

  it('52 that gives nothing more is left when the time is over', async () => {
    const known = await knownBefore()
    const over = new AbortController()
    const address = await hostile(timestamp, (_, response) => {
      response.writeHead(200)
      response.write('{', () => over.abort(new Error('the time is over')))
    })
    const result = await read([address], known, over.signal)
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'feed-unreachable' }] })
  })

  it('54 that cannot prove who it is is refused', async () => {
    const known = await knownBefore()
    const plain = await listen(createServer(serve))
    expect(await read([plain.replace('http:', 'https:')], known)).toMatchObject({
      ok: false,
      issues: [{ code: 'feed-unreachable' }],
    })
  })

  it('56 is asked twice where nothing is new, also where its tags change, and for little', async () => {
    let requests = 0
    let bodies = 0
    const sockets = new Set<Socket>()
    const server = createServer((request, response) => {
      response.setHeader('etag', `"${requests++}"`)
      bodies += forge.files.get(request.url!.slice(1))?.length ?? 0
      serve(request, response)
    })
    server.on('connection', (socket) => sockets.add(socket))
    const crossed = () => [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0)
    const address = await listen(server)
    const { kept } = await forge.reader()
    const digest = valueOf(await read([address], new Map(kept))).documents[0]!.offer.digest
    requests = 0
    bodies = 0
    const before = crossed()
    const known = new Map([[`orders/${minimal.id}.json.gz`, { version: 1, digest, text: async () => '' }]])
    const sources = [getOverHttp(address, (url) => fetch(url, asking))]
    const { documents } = valueOf(await readFeed({ sources, pin, kept, now: now + minute, known }))
    expect(documents).toEqual([{ offer: expect.anything() }])
    expect(requests).toBe(2)
    expect(bodies).toBeLessThanOrEqual(600)
    expect(crossed() - before).toBeGreaterThan(bodies)
    expect(crossed() - before).toBeLessThanOrEqual(2500)
  })

  it('53 says when it is to be asked again', async () => {
    const address = await hostile('/metadata/2.root.json', text(503, '', { 'retry-after': '7200' }))
    let until: number | undefined
    const get = getOverHttp(
      address,
      (url) => fetch(url, asking),
      (said) => (until = retryTime(said, now)),
    )
    const { kept } = await forge.reader()
    expect(await readFeed({ sources: [get], pin, kept, now })).toMatchObject({
      ok: false,
      issues: [{ code: 'feed-busy' }],
    })
    expect(nextPoll({ last: now, failures: 1, notBefore: until! }, now, 0)).toBeGreaterThanOrEqual(now + 7_200_000)
  })
})

describe('a mirror', () => {
  it('is asked where the first host is gone', async () => {
    const known = await knownBefore()
    const gone = createSocketServer()
    const address = await listen(gone)
    servers.splice(servers.indexOf(gone), 1)
    await new Promise((resolve) => gone.close(resolve))
    const result = await read([address, await listen(createServer(serve))], known)
    expect(valueOf(result).documents).toMatchObject([{ offer: { version: 2 } }])
    expect(result.warnings).toMatchObject([{ code: 'feed-unreachable' }])
  })

  it('is asked where the first host shows an old state', async () => {
    const stale = new Map(forge.files)
    await forge.publish(order(2))
    const { kept } = await forge.reader()
    const old = await listen(
      createServer((request, response) => void response.end(stale.get(request.url!.slice(1)) ?? '')),
    )
    const result = await read([old, await listen(createServer(serve))], kept)
    expect(valueOf(result).documents).toMatchObject([{ offer: { version: 2 } }])
    expect(result.warnings.length).toBe(1)
  })

  it('gives the document that the first host does not have', async () => {
    const known = await knownBefore()
    const document = [...forge.files.keys()].findLast((path) => /[0-9a-f]{64}/.test(path))!
    const first = await hostile(`/${document}`, text(404, ''))
    const { documents, issues } = valueOf(await read([first, await listen(createServer(serve))], known))
    expect(documents).toMatchObject([{ offer: { version: 2 }, text: expect.stringContaining('"version": 2') }])
    expect(issues).toMatchObject([{ code: 'feed-missing', path: document }])
  })
})

it('126 what is wrong with one document leaves the others', async () => {
  await forge.publish(order(2), order(1, ['other.example.org'], 'other-order'))
  const broken = [...forge.files.keys()].find((path) => path.endsWith('.other-order.json.gz'))!
  const address = await hostile(`/${broken}`, text(200, 'x'))
  const { documents, issues, mayOffer } = valueOf(await read([address], new Map()))
  expect(documents).toMatchObject([{ offer: { id: minimal.id } }])
  expect(issues).toMatchObject([{ code: 'feed-mismatch', path: broken }])
  expect(await mayOffer('orders/other-order.json.gz')).toBe(true)
  expect(await mayOffer('orders/third-order.json.gz')).toBe(false)
})
