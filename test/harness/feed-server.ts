import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'

export type FeedAnswer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this computer that holds a feed, and answers otherwise where a test says so. */
export interface FeedServer {
  /** Ends with `/`. */
  address: string
  /** Paths that were asked for since `forget`, in their order. */
  asked: string[]
  /** Heads of these requests, each as its lines. */
  heads: string[]
  /** Answers in place of the file of a path. */
  answers: Map<string, FeedAnswer>
  /** Bytes since `forget`: of bodies, and all that crossed the sockets in both directions. */
  crossed(): { bodies: number; sockets: number }
  forget(): void
  close(): Promise<void>
}

/** @param folder a feed as it was published; read at each request */
export async function serveFeed(folder: string): Promise<FeedServer> {
  const sockets = new Set<Socket>()
  const sum = () => [...sockets].reduce((all, { bytesRead, bytesWritten }) => all + bytesRead + bytesWritten, 0)
  let bodies = 0
  let before = 0
  const server = createServer((request, response) => {
    const path = request.url!.slice(1)
    feed.asked.push(path)
    feed.heads.push(request.rawHeaders.join('\n'))
    const answer = feed.answers.get(path)
    if (answer) return answer(request, response)
    const file = join(folder, path)
    if (!existsSync(file)) return void response.writeHead(404, { 'content-length': 0 }).end()
    const data = readFileSync(file)
    bodies += data.length
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': data.length })
    response.end(data)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const feed: FeedServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked: [],
    heads: [],
    answers: new Map(),
    crossed: () => ({ bodies, sockets: sum() - before }),
    forget() {
      feed.asked.length = 0
      feed.heads.length = 0
      bodies = 0
      before = sum()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return feed
}
