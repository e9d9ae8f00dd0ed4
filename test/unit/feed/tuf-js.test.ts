import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { Updater } from 'tuf-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { siteServer } from '../../../src/cli/commands/serve.ts'
import { Workshop } from './workshop.ts'

const shop = new Workshop()
let server: Server
let address: string

beforeAll(async () => {
  // tuf-js goes by the real clock.
  shop.now = Date.now()
  await shop.done('keygen', '--out', '@keys')
  await shop.write('orders/a.json', minimal)
  await shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys')
  server = siteServer(shop.at('site'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  shop.close()
})

/** A client of another make, that knows the first root. */
function updater(name: string): Updater {
  const metadataDir = shop.at(name)
  const targetDir = shop.at(name, 'targets')
  mkdirSync(targetDir, { recursive: true })
  copyFileSync(shop.at('site/metadata/1.root.json'), shop.at(name, 'root.json'))
  const addresses = { metadataBaseUrl: `${address}/metadata`, targetBaseUrl: `${address}/targets` }
  return new Updater({ metadataDir, targetDir, ...addresses })
}

async function textOf(client: Updater, path: string): Promise<unknown> {
  const info = await client.getTargetInfo(path)
  return JSON.parse(gunzipSync(readFileSync(await client.downloadTarget(info!))).toString())
}

describe('what writ publish makes is read by tuf-js', () => {
  it('from the start', async () => {
    const client = updater('new')
    expect(await textOf(client, `orders/${minimal.id}.json.gz`)).toEqual(minimal)
    expect(await client.getTargetInfo('orders/another.json.gz')).toBeUndefined()
  })

  it('after an update, other keys for every role, and a delegation', async () => {
    const before = updater('known')
    await before.refresh()
    await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1 })
    await shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys')
    for (const role of ['timestamp', 'snapshot', 'targets', 'root']) {
      await shop.done('keygen', `${role}-new`, '--scheme', 'ecdsa-sha2-nistp256', '--out', '@new')
      const change = ['--add', `@new/${role}-new.pub.json`, '--remove', `@keys/${role}.pub.json`]
      await shop.done('rotate', role, '--out', '@site', '--keys', '@keys', '--keys', '@new', ...change)
    }
    await shop.done('keygen', 'csa', '--out', '@csa')
    await shop.write('csa-orders/b.json', { ...minimal, id: 'csa-order' })
    const keys = ['--keys', '@new', '--keys', '@csa']
    await shop.done('delegate', 'csa', '--out', '@site', '--add', '@csa/csa.pub.json', ...keys)
    await shop.done('publish', '@csa-orders', '--out', '@site', '--authority', 'csa', ...keys)
    const client = updater('known')
    expect(await textOf(client, `orders/${minimal.id}.json.gz`)).toMatchObject({ version: minimal.version + 1 })
    expect(await textOf(client, 'orders/csa/csa-order.json.gz')).toMatchObject({ id: 'csa-order' })
  })
})
