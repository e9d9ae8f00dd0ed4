import { createHash } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import { generate } from 'selfsigned'

/** One HTTP request as the server got it. */
export interface Visit {
  url: URL
  /** Without port, lower case. */
  host: string
  method: string
  headers: IncomingMessage['headers']
  body: Buffer
  at: number
}

/** One TCP connection: `host` is the TLS server name, the CONNECT target or the first request's Host, if any was told. */
export interface Connection {
  host: string | undefined
  secure: boolean
  at: number
}

export type Answer =
  string | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array; afterMs?: number }

/** What to answer; nothing lets the next page answer. */
export type Handler = (visit: Visit) => Answer | undefined | Promise<Answer | undefined>

export type HostTest = string | ((visit: Visit) => boolean)

const WEBSOCKET_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/**
 * Every host of the world on one loopback port: http, https (self-signed), WebSocket (accepted and kept open), and as a
 * proxy (absolute URLs and CONNECT). The first byte of a connection tells TLS from plain text, so that one port is enough.
 */
export class Internet {
  readonly requests: Visit[] = []
  readonly connections: Connection[] = []
  private readonly pages: { where: HostTest; handler: Handler }[] = []
  private readonly sockets = new Set<Socket>()
  private readonly told = new WeakMap<object, Connection>()
  private readonly context
  private readonly http = createHttpServer((request, response) => void this.answer(request, response))
  private readonly tcp = createServer((socket) => this.accept(socket))

  private constructor(certificate: { private: string; cert: string }) {
    this.context = createSecureContext({ key: certificate.private, cert: certificate.cert })
    this.http.keepAliveTimeout = 60_000
    this.http.on('upgrade', (request: IncomingMessage, socket: Socket) => this.acceptWebSocket(request, socket))
    this.http.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
      this.name(socket, new URL(`http://${request.url}`).hostname)
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      if (head.length > 0) socket.unshift(head)
      this.sniff(socket, this.told.get(socket))
    })
  }

  static async start(): Promise<Internet> {
    const certificate = await generate([{ name: 'commonName', value: 'Test' }], { keyType: 'ec', algorithm: 'sha256' })
    const internet = new Internet(certificate)
    await new Promise<void>((resolve) => internet.tcp.listen(0, '127.0.0.1', resolve))
    return internet
  }

  get port(): number {
    return (this.tcp.address() as AddressInfo).port
  }

  /** Answers for a host, or for every visit a predicate accepts; the newest page wins. Returns how to take it away. */
  page(where: HostTest, handler: Handler | Answer): () => void {
    const page = { where, handler: typeof handler === 'function' ? handler : () => handler }
    this.pages.unshift(page)
    return () => void this.pages.splice(this.pages.indexOf(page), 1)
  }

  /** Requests to a host or any name below it. */
  requestsTo(host: string): Visit[] {
    return this.requests.filter((visit) => isBelow(visit.host, host))
  }

  /** Connections known to be for a host or any name below it, a TLS or CONNECT handshake that sent nothing included. */
  connectionsTo(host: string): Connection[] {
    return this.connections.filter((connection) => connection.host !== undefined && isBelow(connection.host, host))
  }

  /** Connections on which nothing was ever said: a plain-text preconnect leaves no name. */
  silentConnections(): Connection[] {
    return this.connections.filter((connection) => connection.host === undefined)
  }

  forget(): void {
    this.requests.length = 0
    this.connections.length = 0
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.tcp.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  private accept(socket: Socket): void {
    const connection: Connection = { host: undefined, secure: false, at: Date.now() }
    this.connections.push(connection)
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    this.sniff(socket, connection)
  }

  private sniff(socket: Socket, connection?: Connection): void {
    if (connection) this.told.set(socket, connection)
    socket.on('error', () => socket.destroy())
    socket.once('data', (first: Buffer) => {
      socket.pause()
      socket.unshift(first)
      this.http.emit('connection', first[0] === 0x16 ? this.secure(socket, connection) : socket)
      process.nextTick(() => socket.resume())
    })
  }

  private secure(socket: Socket, connection?: Connection): TLSSocket {
    const secured = new TLSSocket(socket, {
      isServer: true,
      secureContext: this.context,
      ALPNProtocols: ['http/1.1'],
      SNICallback: (name, done) => {
        if (connection) Object.assign(connection, { host: name.toLowerCase(), secure: true })
        done(null, this.context)
      },
    })
    if (connection) this.told.set(secured, connection)
    secured.on('error', () => secured.destroy())
    return secured
  }

  private name(socket: object, host: string): void {
    const connection = this.told.get(socket)
    if (connection) connection.host ??= host
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const scheme = request.socket instanceof TLSSocket ? 'https' : 'http'
    const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'nowhere.invalid'}`)
    this.name(request.socket, url.hostname)
    const { method = 'GET', headers } = request
    const visit: Visit = { url, host: url.hostname, method, headers, body: Buffer.concat(chunks), at: Date.now() }
    this.requests.push(visit)
    const answer = await this.find(visit)
    const page = typeof answer === 'string' ? { body: answer } : answer
    if (page.afterMs) await new Promise((resolve) => setTimeout(resolve, page.afterMs))
    response.writeHead(page.status ?? 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...page.headers,
    })
    response.end(page.body ?? '')
  }

  private async find(visit: Visit): Promise<Answer> {
    for (const { where, handler } of this.pages) {
      if (typeof where === 'string' ? where !== visit.host : !where(visit)) continue
      const answer = await handler(visit)
      if (answer !== undefined) return answer
    }
    if (visit.url.pathname === '/favicon.ico') return { status: 404 }
    return `<!doctype html><meta charset="utf-8"><title>${visit.host}</title><p>open: ${visit.host}</p>`
  }

  private acceptWebSocket(request: IncomingMessage, socket: Socket): void {
    this.name(socket, (request.headers.host ?? '').replace(/:\d+$/, ''))
    const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${WEBSOCKET_GUID}`).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    )
  }
}

export function startInternet(): Promise<Internet> {
  return Internet.start()
}

function isBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}
