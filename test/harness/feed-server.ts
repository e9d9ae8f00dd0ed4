import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type FeedAnswer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this computer that holds a feed, and answers otherwise where a test says so. */
export interface FeedServer {
  /** Ends with `/`. */
  address: string
  /** Paths that were asked for, in their order. */
  asked: string[]
  /** All heads that were sent to it, as they came. */
  heads: string[]
  /** Bytes of bodies that it sent, and all that crossed its sockets in both directions. */
  counted: { bodies: number; sockets: number }
  /** Answers in place of the file of a path. */
  answers: Map<string, FeedAnswer>
  /** Answers in place of every file. */
  answerAll?: FeedAnswer | undefined
  close(): Promise<void>
}

export async function serveFeed(files: ReadonlyMap<string, Uint8Array>): Promise<FeedServer> {
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const path = request.url!.slice(1)
    feed.asked.push(path)
    feed.heads.push(request.rawHeaders.join('\n'))
    const answer = feed.answers.get(path) ?? feed.answerAll
    if (answer) return answer(request, response)
    serveFile(files.get(path), request, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      feed.counted.sockets += socket.bytesRead + socket.bytesWritten
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const feed: FeedServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: [],
    heads: [],
    counted: { bodies: 0, sockets: 0 },
    answers: new Map(),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function serveFile(data: Uint8Array | undefined, request: IncomingMessage, response: ServerResponse): void {
    if (!data) return void response.writeHead(404, { 'content-length': 0 }).end()
    const etag = `"${data.length}-${data.at(-3)}-${data.at(data.length >> 1)}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    feed.counted.bodies += data.length
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': data.length, etag })
    response.end(data)
  }
  return feed
}
