import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import * as packet from 'dns-packet'
import { describe, expect, it } from 'vitest'
import { zoneFileName, zoneName } from '../../src/export/zones.ts'
import { published, register } from '../unit/public-register/register.ts'
import { namesOf } from '../bench/names.mjs'
import { deep, long } from '../deep/share.ts'
import { findProgram } from '../harness/find-program.mjs'
import { askAll, freePort, startUpstream } from './dns.ts'
import { alloStreamingWith, exportedFolder, inTerm } from './exported.ts'
import { startResolver, startServer } from './resolvers.ts'

describe('unbound', () => {
  it.runIf(findProgram('unbound') !== undefined)('fetches its zone from where it is published', async () => {
    const { order, domains } = alloStreamingWith()
    const upstream = await startUpstream()
    const site = register([published(order)], undefined, '2014-06-01T12:00:00Z')
    const web = createServer((request, response) => {
      const text = site.get(request.url!.slice(1))
      response.writeHead(text === undefined ? 404 : 200).end(text)
    }).listen(0, '127.0.0.1')
    await once(web, 'listening')
    const address = `http://127.0.0.1:${(web.address() as { port: number }).port}/`
    const { folder, remove } = exportedFolder(order, 'unbound', { register: address })
    rmSync(join(folder, zoneFileName(order.id)))
    const server = await startResolver('unbound', folder, upstream.port)
    const answer = async (name: string) => (await askAll(server.port, [name])).get(name)?.rcode
    // A name that was asked for before the zone was there may be in the cache: each round asks for another.
    let round = 0
    await expect.poll(() => answer(`n${round++}.${domains[0]}`)).toBe('NXDOMAIN')
    expect(await answer(`n.not${domains[0]}`)).toBe('NOERROR')
    await server.stop()
    web.close()
    upstream.close()
    remove()
  })
})

/** Knot DNS as the primary server of a zone, from which resolvers take what has changed. */
function primary(folder: string, file: string, zone: string, port: number): string {
  return `server:
    listen: 127.0.0.1@${port}
    rundir: ${folder}
database:
    storage: ${folder}
acl:
  - id: anyone
    address: 127.0.0.1
    action: transfer
zone:
  - domain: ${zone}
    storage: ${folder}
    file: ${file}
    zonefile-load: difference
    zonefile-sync: -1
    journal-content: changes
    acl: anyone
log:
  - target: stderr
    any: warning
`
}

/** What a transfer of changes since a version brings: its bytes, and its first record's serial number. */
async function transfer(
  port: number,
  zone: string,
  since: number,
): Promise<{ bytes: number; serial: number; records: number }> {
  const soa = {
    mname: 'localhost',
    rname: 'nobody.invalid',
    serial: since,
    refresh: 0,
    retry: 0,
    expire: 0,
    minimum: 0,
  }
  const question = packet.encode({
    type: 'query',
    id: 1,
    flags: 0,
    questions: [{ type: 'IXFR' as 'A', name: zone }],
    authorities: [{ type: 'SOA', name: zone, data: soa }],
  })
  const socket = connect(port, '127.0.0.1')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(question.length)
  socket.end(Buffer.concat([length, question]))
  const chunks: Buffer[] = []
  socket.on('data', (data) => chunks.push(data))
  await once(socket, 'close')
  const data = Buffer.concat(chunks)
  let [at, records, serial] = [0, 0, 0]
  while (at + 2 <= data.length) {
    const size = data.readUInt16BE(at)
    const { answers = [] } = packet.decode(data.subarray(at + 2, at + 2 + size))
    const [first] = answers
    if (at === 0 && first?.type === 'SOA') serial = first.data.serial ?? 0
    records += answers.length
    at += 2 + size
  }
  return { bytes: data.length, serial, records }
}

async function changeOf(size: number) {
  const names = namesOf(size)
  const [kept, before, after] = [names.slice(0, -50), names.slice(-50, -25), names.slice(-25)]
  const zoneAt = (targets: string[], at: number) => {
    const { order } = alloStreamingWith(targets)
    return { order, ...exportedFolder(order, 'bind', { at }) }
  }
  const old = zoneAt([...kept, ...before], inTerm)
  const next = zoneAt([...kept, ...after], inTerm + 3_600_000)
  const file = zoneFileName(old.order.id)
  const zone = zoneName(old.order.id)
  const port = await freePort()
  writeFileSync(join(old.folder, 'knot.conf'), primary(old.folder, file, zone, port))
  const serialNow = async () => (await askAll(port, [zone], 'SOA')).get(zone)?.serial
  const [first, second] = [inTerm / 1000, inTerm / 1000 + 3600]
  const until = async (serial: number) => {
    while ((await serialNow()) !== serial) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const server = await startServer('knotd', ['-c', join(old.folder, 'knot.conf')], old.folder, port, () => until(first))
  writeFileSync(join(old.folder, file), readFileSync(join(next.folder, file)))
  server.reload()
  await until(second)
  const changed = await transfer(port, zone, first)
  await server.stop()
  for (const { remove } of [old, next]) remove()
  return { ...changed, second }
}

describe.runIf(findProgram('knotd') !== undefined)('Knot DNS as primary', () => {
  it('passes a change of 50 names on as a change', async () => {
    const { bytes, serial, records, second } = await changeOf(2000)
    expect([serial, records]).toEqual([second, 4 + 100])
    expect(bytes).toBeLessThanOrEqual(5 * 1024)
  })

  it.runIf(deep)('passes a change of 50 among a million names on as a change', long, async ({ annotate }) => {
    const { bytes, serial, second } = await changeOf(1_000_000)
    await annotate(`${bytes} bytes by IXFR`)
    expect(serial).toBe(second)
    expect(bytes).toBeLessThanOrEqual(5 * 1024)
  })
})
