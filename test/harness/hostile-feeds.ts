import { gzipSync } from 'node:zlib'
import type { FeedAnswer } from './feed-server.ts'

/** A server that does not give what a feed is, what it does, and the codes of which one says so. */
export type HostileAnswer = [title: string, codes: string, answer: FeedAnswer]

const text =
  (status: number, body: string, headers: Record<string, string> = {}): FeedAnswer =>
  (_, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }

const raw =
  (head: string): FeedAnswer =>
  (_, response) =>
    response.socket!.end(head)

/** 16 MB of nothing in 16 KB. */
const bomb = gzipSync(Buffer.alloc(16_000_000))

/** Answers to the question for a feed's timestamp. Browsers differ in how they call an answer that is none. */
export const hostileAnswers: HostileAnswer[] = [
  [
    'without an end',
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
  ['more than it says', 'feed-malformed', raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}{}{}')],
  ['less than it says', 'feed-unreachable feed-malformed', raw('HTTP/1.1 200 OK\r\ncontent-length: 2000\r\n\r\n{}')],
  ['more bytes than it may have', 'feed-too-long', text(200, 'x'.repeat(20_000))],
  ['a length that is none', 'feed-unreachable feed-malformed', raw('HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}')],
  [
    'a bomb as its encoding',
    'feed-too-long',
    (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(bomb)
    },
  ],
  [
    'a part, and breaks off',
    'feed-unreachable',
    (_, response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' })
      response.write('{"signed":', () => response.destroy())
    },
  ],
  ['nothing, and breaks off', 'feed-unreachable', (request) => request.socket.destroy()],
  ['no HTTP', 'feed-unreachable feed-malformed', raw('hello\r\n')],
  [
    'a head beyond all',
    'feed-unreachable feed-malformed',
    raw(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(600_000)}\r\n\r\n{}`),
  ],
  ['a portal’s page', 'feed-web-page', text(200, '<!doctype html>', { 'content-type': 'text/html; charset=utf-8' })],
  [
    'a page that says it is none',
    'feed-malformed',
    text(200, '<!doctype html>', { 'content-type': 'application/json' }),
  ],
  ['the way to another host', 'feed-redirect', text(302, '', { location: 'http://127.0.0.1:9/' })],
  ['the way to itself', 'feed-redirect', text(308, '', { location: '/metadata/timestamp.json' })],
  ['a wish for two minutes', 'feed-busy', text(503, '', { 'retry-after': '120' })],
  ['a wish that has passed', 'feed-busy', text(503, '', { 'retry-after': 'Wed, 02 Dec 2020 00:00:00 GMT' })],
  ['a wish for ever', 'feed-busy', text(429, 'x', { 'retry-after': '999999999' })],
  ['a wish that is none', 'feed-busy', text(429, 'x', { 'retry-after': 'soon' })],
  ['a fault', 'feed-unreachable', text(500, 'x')],
  ['that it has moved away', 'feed-unreachable', text(410, 'x')],
  ['a wish for a password', 'feed-unreachable', text(401, 'x', { 'www-authenticate': 'Basic realm="feed"' })],
  ['nothing', 'feed-malformed', text(200, '')],
  ['nothing, and says so', 'feed-malformed', text(204, '')],
  ['another type', 'feed-malformed', text(200, 'GIF89a', { 'content-type': 'image/gif' })],
  ['no file', 'feed-missing', text(404, '')],
  ['no access', 'feed-missing', text(403, '<AccessDenied/>')],
]
