import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../harness/ask.mjs'
import { orderText } from '../harness/orders.mjs'
import { nameOf, namesOf } from './names.mjs'
import { launch, startInternet } from './opened.mjs'
import { bareFiles } from './readable.mjs'
import { bounded } from './rows.mjs'

/** @typedef {import('../harness/find-browser.mjs').BrowserName} BrowserName */
/** @typedef {import('./rows.mjs').Row} Row */

/**
 * A feed of one large order: fetched, verified and applied, beyond what the same order takes by import; what fifty names
 * more bring over the wire; and what a poll that finds nothing new does, four times a day.
 *
 * @param {BrowserName} name
 * @param {number} size
 * @returns {Promise<Row[]>}
 */
export async function feeds(name, size) {
  const folder = mkdtempSync(join(tmpdir(), 'writ-bench-feed-'))
  const site = join(folder, 'site')
  const writ = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, ['dist/cli/writ.js', ...args], { encoding: 'utf8' })
  /** @param {number} version @param {readonly string[]} names */
  const publish = (version, names) => {
    mkdirSync(join(folder, 'orders'), { recursive: true })
    writeFileSync(join(folder, 'orders/big.json'), orderText({ id: 'big-order', version, targets: names }))
    return writ('publish', join(folder, 'orders'), '--out', site, '--keys', join(folder, 'keys'))
  }
  const names = namesOf(size)
  writ('keygen', '--out', join(folder, 'keys'))
  const root = /[0-9a-f]{64}/.exec(publish(1, names))?.[0]
  const server = await serve(site)
  const internet = await startInternet()
  const direct =
    name === 'chromium'
      ? { args: [`--host-resolver-rules=MAP * 127.0.0.1:${internet.port}, EXCLUDE 127.0.0.1`] }
      : {
          preferences: { 'network.proxy.no_proxies_on': '127.0.0.1', 'network.proxy.allow_hijacking_localhost': false },
        }
  const launched = await launch(name, { internet, files: bareFiles, ...direct })
  const took = async (/** @type {string} */ what, /** @type {unknown} */ request) =>
    (await ask(launched, what, request, 'bare.html')).took
  const imported = await took('orders/import', { texts: [orderText({ id: 'big-order', targets: names })] })
  await took('orders/remove', { key: 'user:big-order' })
  const followed = await took('feeds/add', { text: `${server.address} ${root}` })
  publish(2, [...names, ...Array.from({ length: 50 }, (_, at) => nameOf(size + at))])
  const before = server.crossed()
  await took('feeds/update', { root })
  const changed = server.crossed()
  await took('feeds/update', { root })
  const polled = server.crossed()
  await launched.close()
  await internet.close()
  await server.close()
  rmSync(folder, { recursive: true })
  return [
    bounded(
      `${name}: ${size} names by a feed, beyond their import`,
      (followed - imported) / 1000,
      3,
      's',
      imported / 1000,
    ),
    bounded(`${name}: 50 names more in ${size}, on the wire`, (changed - before) / 1000, 15, 'KB'),
    bounded(`${name}: a day of polls that find nothing new, on the wire`, (4 * (polled - changed)) / 1000, 10, 'KB'),
  ]
}

/** A published feed on this computer, and the bytes that crossed its sockets. @param {string} folder */
async function serve(folder) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  const server = createServer((request, response) => {
    const file = join(folder, request.url ?? '')
    const there = existsSync(file)
    response.writeHead(there ? 200 : 404, { 'content-type': 'application/octet-stream' })
    response.end(there ? readFileSync(file) : '')
  })
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    address: `http://127.0.0.1:${port}/`,
    crossed: () => [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(() => resolve(undefined)))
    },
  }
}
