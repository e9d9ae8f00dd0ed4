import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { digestOf } from '../../feed/tuf/bytes.ts'
import { siteReader } from '../feed/site-folder.ts'
import { exit, UsageError, command } from '../command.ts'

/** `writ serve SITE [--port N]`: a site on this machine alone, to try a feed; until it is interrupted. */
export const serve = command<{ port: string }>({
  name: 'serve',
  takes: '<site>',
  usage: 'SITE [--port N]',
  does: 'a feed on this machine, to try it',
  options: [{ flags: '--port <n>', does: 'the port; by default any that is free', default: '0' }],
  examples: ['writ serve site --port 8080'],
  async run({ values, positionals }, world) {
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0) throw new UsageError('serve needs one site')
    if (!/^\d{1,5}$/.test(values.port)) throw new UsageError('--port is a number')
    const server = siteServer(folder)
    await new Promise<void>((resolve) => server.listen(Number(values.port), '127.0.0.1', resolve))
    world.out(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await new Promise((resolve) => server.on('close', resolve))
    return exit.good
  },
})

/** A server of static files as docs/feed.md asks for one. */
export function siteServer(folder: string) {
  const read = siteReader(folder)
  return createServer(async (request, response) => {
    const path = pathOf(request.url ?? '/')
    const data = path === undefined ? undefined : await read(path).catch(() => undefined)
    if (path === undefined || !data) return answer(response, 404, {})
    const etag = `"${(await digestOf(data)).slice(0, 32)}"`
    const headers = { etag, 'cache-control': cachingOf(path), 'content-type': typeOf(path) }
    if (request.headers['if-none-match'] === etag) return answer(response, 304, headers)
    return answer(response, 200, headers, data)
  })
}

/** Below the site, whatever was asked for: of a folder its page. Undefined for what lies beside the site. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice(1)
    if (path.split(/[/\\]/).includes('..')) return undefined
    return path === '' || path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return undefined
  }
}

/** Every file of the feed but its timestamp has its version or its digest in its name, and never changes. */
function cachingOf(path: string): string {
  const isLasting = /^(?:metadata|targets)\//.test(path) && path !== 'metadata/timestamp.json'
  return isLasting ? 'public, max-age=31536000, immutable' : 'no-cache'
}

const types: Record<string, string> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  csv: 'text/csv; charset=utf-8',
  atom: 'application/atom+xml',
  zone: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** No `Content-Encoding` for what is packed: the client unpacks it, and counts. */
function typeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

function answer(response: ServerResponse, status: number, headers: Record<string, string>, data?: Uint8Array): void {
  response.writeHead(status, { ...headers, ...(data ? { 'content-length': data.length } : {}) })
  response.end(data)
}
