import { createHash } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createSocketServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createSecureContext, TLSSocket } from 'node:tls'
import { generate } from 'selfsigned'

/**
 * One local server that is every host of the web, over http and https, on one loopback port: browsers are told to send
 * everything there. It is a plain server for Chromium and a proxy for Firefox.
 *
 * @typedef {object} Visit
 * @property {string} host without port
 * @property {string} path with its query
 * @property {boolean} secure
 *
 * @typedef {object} Answer
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string | Uint8Array} body
 * @property {Pace} [pace] at once without
 *
 * @typedef {object} Pace milliseconds
 * @property {number} [latency] until the answer begins
 * @property {number} [pieces] in which the body comes
 * @property {number} [pause] between them
 *
 * @typedef {(visit: Visit) => Answer | undefined} Site
 */
export async function startInternet() {
  /** @type {Visit[]} */
  const visits = []
  /** Names told in clear at the start of TLS connections, and hosts of proxied ones. @type {string[]} */
  const contacts = []
  /** @type {Site[]} */
  const sites = []

  const http = createHttpServer((request, response) => {
    const secure = request.socket instanceof TLSSocket
    const url = new URL(request.url ?? '/', `${secure ? 'https' : 'http'}://${request.headers.host}`)
    const visit = { host: url.hostname, path: url.pathname + url.search, secure }
    visits.push(visit)
    const answer = sites.map((site) => site(visit)).find((one) => one !== undefined) ?? openPage(visit)
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers })
    void send(response, answer)
  })
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 })
  const secureContext = createSecureContext({ key: pems.private, cert: pems.cert })

  /** @param {import('node:stream').Duplex} socket */
  const secure = (socket) => {
    const tls = new TLSSocket(socket, {
      isServer: true,
      secureContext,
      SNICallback: (name, done) => {
        contacts.push(name)
        done(null, secureContext)
      },
    })
    tls.on('error', () => tls.destroy())
    http.emit('connection', tls)
  }
  /** A TLS connection begins with a handshake record: byte 22. @param {import('node:net').Socket} socket */
  const accept = (socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('readable', () => {
      const first = socket.read(1)
      if (first === null) return
      socket.unshift(first)
      if (first[0] === 22) secure(socket)
      else http.emit('connection', socket)
    })
  }
  http.on('connect', (request, socket) => {
    contacts.push(String(request.url).replace(/:\d+$/, ''))
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    accept(/** @type {import('node:net').Socket} */ (socket))
  })

  /** Hosts of the WebSockets that are open; nothing is ever said on them. @type {string[]} */
  const webSockets = []
  http.on('upgrade', (request, socket) => {
    const host = String(request.headers.host).replace(/:\d+$/, '')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${acceptKey(request)}\r\n\r\n`,
    )
    webSockets.push(host)
    // A browser ends one by a close frame (opcode 8), and waits for the server to go.
    socket.on('data', (frame) => (frame[0] & 0x0f) === 8 && socket.destroy())
    socket.on('close', () => webSockets.splice(webSockets.indexOf(host), 1))
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.destroy())
  })

  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    accept(socket)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())

  return {
    port,
    visits,
    contacts,
    webSockets,
    /** Lets `site` answer before the page that every host has. @param {Site} site */
    add(site) {
      sites.unshift(site)
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(() => resolve(undefined)))
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof startInternet>>} Internet */

/**
 * The proof that the server speaks the protocol (RFC 6455, 4.2.2). @param {import('node:http').IncomingMessage} request
 */
function acceptKey({ headers }) {
  return createHash('sha1')
    .update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64')
}

/** The page that every host shows. @param {Visit} visit @returns {Answer} */
function openPage({ host }) {
  return { body: `<!doctype html><title>${host}</title><body>open: ${host}</body>` }
}

/** @param {import('node:http').ServerResponse} response @param {Answer} answer */
async function send(response, { body, pace: { latency = 0, pieces = 1, pause = 0 } = {} }) {
  if (latency > 0) await setTimeout(latency)
  const bytes = Buffer.from(body)
  const size = Math.ceil(bytes.length / pieces)
  for (let at = 0; at < bytes.length; at += size) {
    if (at > 0) await setTimeout(pause)
    response.write(bytes.subarray(at, at + size))
  }
  response.end()
}
