import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FormName } from '../../src/export/forms.ts'
import { zoneName } from '../../src/export/zones.ts'
import { findProgram } from '../harness/find-program.mjs'
import { freePort } from './dns.ts'
import { alloStreamingWith, exportedFolder } from './exported.ts'
import { startServer } from './resolvers.ts'

const { order, domains, hosts } = alloStreamingWith()
const register = 'https://register.example/'
const page = `<${register}orders/${order.id}/>; rel="blocked-by"`

/** A program over a form's files, in a folder of their own. */
function over(program: string, form: FormName, run: (folder: string, path: string) => void | Promise<void>) {
  return it.runIf(findProgram(program) !== undefined)(`${program} takes ${form}`, async () => {
    const { folder, remove } = exportedFolder(order, form, { register })
    await run(folder, findProgram(program)!)
    remove()
  })
}

/** What a program says that ends well. */
function said(path: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(path, args, { cwd, encoding: 'utf8' })
  expect([status, `${stdout}${stderr}`]).toEqual([0, expect.anything()])
  return `${stdout}${stderr}`
}

describe('a configuration', () => {
  over('named-checkzone', 'bind', (folder, path) => {
    expect(said(path, [zoneName(order.id), `${order.id}.zone`], folder)).toContain('OK')
  })

  over('dnsmasq', 'dnsmasq', (folder, path) => {
    expect(said(path, ['--test', `--conf-file=${order.id}.conf`], folder)).toContain('syntax check OK')
  })

  over('squid', 'squid', (folder, path) => {
    writeFileSync(
      join(folder, 'main.conf'),
      `include ${folder}/squid.conf\nhttp_access deny all\nvisible_hostname test\n`,
    )
    expect(said(path, ['-k', 'parse', '-f', join(folder, 'main.conf')], folder)).not.toMatch(/ERROR|FATAL|WARNING/)
  })

  over('haproxy', 'haproxy', (folder, path) => void said(path, ['-c', '-f', 'haproxy.conf'], folder))

  over('nginx', 'nginx', (folder, path) => {
    writeFileSync(join(folder, 'main.conf'), nginxConfiguration(folder, 8080))
    expect(said(path, ['-t', '-c', join(folder, 'main.conf')], folder)).toContain('test is successful')
  })
})

function nginxConfiguration(folder: string, port: number): string {
  return `daemon off; pid ${folder}/pid; error_log stderr; events { }
http { access_log off; include ${folder}/orders-map.conf;
  server { listen 127.0.0.1:${port}; location / { include ${folder}/answer-451.conf; return 200; } } }`
}

/** The status of a page of `host` behind a proxy, and its `Link`. */
function asked(port: number, host: string): Promise<{ status: number; link: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', headers: { host }, path: '/' }, (response) => {
      response.resume()
      const { link } = response.headers
      resolve({ status: response.statusCode!, link: Array.isArray(link) ? link[0] : (link as string | undefined) })
    })
    sent.on('error', reject).end()
  })
}

async function untilAnswered(port: number): Promise<void> {
  while (!(await asked(port, 'ready.example').catch(() => undefined)))
    await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('a proxy answers 451, and says by which order', () => {
  const cases: [host: string, blocked: boolean][] = [
    [domains[0]!, true],
    [`www.${domains[0]!}`, true],
    [`${domains[0]!.toUpperCase()}:8080`, true],
    [`www.${domains[0]!}.`, true],
    [`not${domains[0]!}`, false],
    [`${domains[0]!}.example.com`, false],
    [hosts[0]!, true],
    [`www.${hosts[0]!}`, false],
    ['open.example.net', false],
  ]

  async function expectAnswers(port: number) {
    for (const [host, blocked] of cases) {
      const { status, link } = await asked(port, host)
      expect([host, status === 451, link]).toEqual([host, blocked, blocked ? page : undefined])
    }
  }

  over('nginx', 'nginx', async (folder) => {
    const port = await freePort()
    writeFileSync(join(folder, 'main.conf'), nginxConfiguration(folder, port))
    const server = await startServer('nginx', ['-c', join(folder, 'main.conf')], folder, port, () =>
      untilAnswered(port),
    )
    await expectAnswers(port)
    await server.stop()
  })

  over('haproxy', 'haproxy', async (folder) => {
    const port = await freePort()
    execFileSync('sed', ['-i', `s/127.0.0.1:8451/127.0.0.1:${port}/`, join(folder, 'haproxy.conf')])
    const server = await startServer('haproxy', ['-db', '-f', 'haproxy.conf'], folder, port, () => untilAnswered(port))
    await expectAnswers(port)
    await server.stop()
  })

  over('squid', 'squid', async (folder) => {
    const port = await freePort()
    const main = `include ${folder}/squid.conf
http_access deny all
http_port 127.0.0.1:${port} accel defaultsite=none.example vhost
visible_hostname test
pid_filename none
cache_log ${folder}/cache.log
access_log none
shutdown_lifetime 0 seconds
`
    writeFileSync(join(folder, 'main.conf'), main)
    // It reads its files as a user of its own.
    chmodSync(folder, 0o777)
    const server = await startServer(
      'squid',
      ['-n', `writ${port}`, '-N', '-f', join(folder, 'main.conf')],
      folder,
      port,
      () => untilAnswered(port),
    )
    await expectAnswers(port)
    await server.stop()
  })
})
