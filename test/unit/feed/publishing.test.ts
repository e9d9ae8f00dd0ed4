import { createPrivateKey, sign } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { digestOf } from '../../../src/feed/tuf/bytes.ts'
import { Workshop } from './workshop.ts'

let shop: Workshop

beforeEach(async () => {
  shop = new Workshop()
  await shop.done('keygen', '--out', '@keys')
  await shop.write('orders/a.json', minimal)
})

afterEach(() => shop.close())

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}.example.org`)
const publish = (...more: string[]) => shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys', ...more)
const verify = async () => shop.writ('verify', '@site', '--root', await pin(), '--json')
const verified = async () => {
  const { code, out, error } = await verify()
  if (code !== 0) throw new Error(error)
  return JSON.parse(out)
}
const pin = () => digestOf(readFileSync(shop.at('site/metadata/1.root.json')))
const snapshotOf = () => shop.files('site').map((file) => [file, readFileSync(shop.at('site', file), 'hex')])

describe('writ keygen', () => {
  it('makes keys that only their owner reads, and overwrites none', async () => {
    expect(shop.files('keys')).toHaveLength(8)
    expect(statSync(shop.at('keys/root.pem')).mode & 0o777).toBe(0o600)
    const before = readFileSync(shop.at('keys/root.pem'), 'utf8')
    expect(await shop.writ('keygen', 'root', '--out', '@keys')).toMatchObject({ code: 1 })
    expect(readFileSync(shop.at('keys/root.pem'), 'utf8')).toBe(before)
  })

  it.each(['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384'])('makes %s keys', async (scheme) => {
    await shop.done('keygen', 'timestamp-kms', '--scheme', scheme, '--out', '@more')
    expect(JSON.parse(readFileSync(shop.at('more/timestamp-kms.pub.json'), 'utf8'))).toMatchObject({ scheme })
  })
})

describe('writ publish', () => {
  it('makes a feed that a new reader can read', async () => {
    expect(await publish()).toContain(`new      ${minimal.id}`)
    expect(await verified()).toMatchObject({
      root: 1,
      version: 1,
      orders: [{ id: minimal.id, version: minimal.version }],
    })
    const ofFeed = shop.files('site').filter((file) => /^(?:metadata|targets)\//.test(file))
    expect(ofFeed).toEqual([
      'metadata/1.root.json',
      'metadata/1.snapshot.json',
      'metadata/1.targets.json',
      'metadata/timestamp.json',
      expect.stringMatching(`^targets/orders/[0-9a-f]{64}\\.${minimal.id}\\.json\\.gz$`),
    ])
  })

  it('writes the register beside it, and keeps names hidden until they are to be shown', async () => {
    const read = (file: string) => readFileSync(shop.at('site', file), 'utf8')
    const name = minimal.targets[0]!
    const zone = `zones/${minimal.id}.zone`
    const page = `orders/${minimal.id}/index.html`
    await publish()
    expect([read(page), read(zone)]).toEqual([expect.stringContaining(name), expect.stringContaining(name)])
    await publish('--hide-names', minimal.id, '--organization', 'An authority')
    expect(read(page)).not.toContain(name)
    expect(read(page)).toContain('An authority')
    await publish()
    expect(read(page)).not.toContain(name)
    expect(read(page)).toContain('An authority')
    // Gone, a resolver that fetches it would keep the last one.
    expect(read(zone)).toMatch(/^; as of .*\n\$TTL 300\n@ SOA .*\n@ NS localhost\.\n$/)
    await publish('--show-names', minimal.id)
    expect(read(page)).toContain(name)
  })

  it('says that nothing has changed, and changes nothing', async () => {
    await publish()
    const before = snapshotOf()
    expect(await publish()).toBe('nothing has changed')
    expect(snapshotOf()).toEqual(before)
  })

  it('publishes what was changed, with deltas, and what was removed', async () => {
    await shop.write('orders/a.json', { ...minimal, targets: names(400) })
    await shop.write('orders/b.json', { ...minimal, id: 'other-order' })
    await publish()
    await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1, targets: names(401) })
    await shop.write('orders/b.json', '')
    expect(await shop.writ('publish', '@orders', '--out', '@site', '--keys', '@keys')).toMatchObject({ code: 1 })
    writeFileSync(shop.at('orders/b.json.off'), '')
    await shop.write('orders/b.json', { ...minimal, id: 'third-order' })
    const said = await publish()
    expect(said).toContain(`updated  ${minimal.id}: version ${minimal.version} to ${minimal.version + 1}, 1 deltas`)
    expect(said).toContain('new      third-order')
    expect(said).toContain('removed  other-order')
    expect((await verified()).orders.map(({ id }: { id: string }) => id)).toEqual([minimal.id, 'third-order'])
  })

  it.each<[string, unknown, string]>([
    ['is no order', { ...minimal, targets: ['com'] }, 'b.json: targets[0]'],
    ['is not JSON', '{', 'b.json'],
    ['has an id that another has', minimal, 'duplicate-id'],
    ['names a key twice', JSON.stringify({ ...minimal, id: 'b-order' }).replace('{', '{"id":"x",'), 'duplicate-key'],
  ])('publishes nothing where one document %s', async (_, document, said) => {
    await publish()
    const before = snapshotOf()
    await shop.write('orders/b.json', document)
    const { code, error } = await shop.writ('publish', '@orders', '--out', '@site', '--keys', '@keys')
    expect({ code, error }).toMatchObject({ code: 1, error: expect.stringContaining(said) })
    expect(snapshotOf()).toEqual(before)
  })

  it.each<[string, object, string]>([
    ['goes back', { version: minimal.version }, 'browsers would refuse to go back'],
    ['is written anew under its version', { version: minimal.version + 1, targets: names(2) }, 'raise its version'],
  ])('publishes no order that %s', async (_, change, said) => {
    await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1 })
    await publish()
    await shop.write('orders/a.json', { ...minimal, ...change })
    const { code, error } = await shop.writ('publish', '@orders', '--out', '@site', '--keys', '@keys')
    expect({ code, error }).toMatchObject({ code: 1, error: expect.stringContaining(said) })
  })

  it('publishes no folder without orders', async () => {
    await publish()
    for (const folder of ['@empty', '@keys/none'])
      expect(await shop.writ('publish', folder, '--out', '@site', '--keys', '@keys')).toMatchObject({ code: 1 })
    expect((await verified()).orders).toHaveLength(1)
  })

  it('keeps what the last seven versions name, every root, and what is not its own', async () => {
    await publish()
    await shop.write('site/index.html', 'hello')
    await shop.write('site/.nojekyll', '')
    for (let version = 2; version <= 12; version++) {
      await shop.write('orders/a.json', { ...minimal, version, targets: names(300 + version) })
      await publish()
    }
    const files = shop.files('site')
    expect(files.filter((file) => file.includes('.snapshot.')).length).toBe(7)
    expect(files.filter((file) => file.includes('.targets.')).length).toBe(7)
    expect(files.filter((file) => /[0-9a-f]{64}/.test(file)).length).toBe(7)
    expect(files).toEqual(expect.arrayContaining(['metadata/1.root.json', 'index.html', '.nojekyll']))
    expect(files).toContain(`targets/orders/${minimal.id}.6-12.diff.gz`)
    expect(files).not.toContain(`targets/orders/${minimal.id}.4-5.diff.gz`)
    await verified()
  })

  it('takes private keys from the environment', async () => {
    const pems = ['root', 'targets', 'snapshot', 'timestamp'].map((name) =>
      readFileSync(shop.at(`keys/${name}.pem`), 'utf8'),
    )
    await publish()
    await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1 })
    process.env['WRIT_KEYS'] = pems.join('\n')
    try {
      await shop.done('publish', '@orders', '--out', '@site')
    } finally {
      delete process.env['WRIT_KEYS']
    }
    expect(await verified()).toMatchObject({ version: 2 })
  })

  it('refuses a private key that others can read', async () => {
    chmodSync(shop.at('keys/root.pem'), 0o644)
    const { code, error } = await shop.writ('publish', '@orders', '--out', '@site', '--keys', '@keys')
    expect({ code, error }).toMatchObject({ code: 1, error: expect.stringContaining('chmod 600') })
  })
})

describe('a threshold', () => {
  beforeEach(async () => {
    await shop.done('keygen', 'targets-two', '--out', '@second')
    await publish()
    await shop.done('rotate', 'targets', '--out', '@site', '--keys', '@keys', '--add', '@second/targets-two.pub.json')
    await shop.done('rotate', 'targets', '--out', '@site', '--keys', '@keys', '--keys', '@second', '--threshold', '2')
    await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1 })
  })

  it('makes an update wait for the second signature', async () => {
    const before = snapshotOf()
    expect(await publish()).toContain('1 more signature of targets')
    expect(snapshotOf()).toEqual(before)
    const waiting = shop.files('site.pending').find((file) => file.endsWith('.targets.json'))
    expect(await shop.done('publish', '--out', '@site', '--keys', '@keys')).toContain('1 more signature of targets')
    await shop.done('sign', `@site.pending/${waiting}`, '--keys', '@second')
    expect(await shop.done('publish', '--out', '@site', '--keys', '@keys')).toContain('published to')
    expect((await verified()).orders).toMatchObject([{ version: minimal.version + 1 }])
    expect(existsSync(shop.at('site.pending'))).toBe(false)
  })

  it('does not let pass what no longer follows on the site', async () => {
    await publish()
    const waiting = shop.files('site.pending')
    const kept = waiting.map((file) => [file, readFileSync(shop.at('site.pending', file), 'utf8')] as const)
    await shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys', '--keys', '@second')
    for (const [file, text] of kept) await shop.write(`site.pending/${file}`, text)
    const { code, error } = await shop.writ('publish', '--out', '@site', '--keys', '@keys', '--keys', '@second')
    expect({ code, error }).toMatchObject({ code: 1, error: expect.stringContaining('pending-stale') })
  })
})

describe('writ sign', () => {
  it('takes a signature that was made elsewhere, in either form', async () => {
    await shop.done('keygen', 'targets-hsm', '--scheme', 'ecdsa-sha2-nistp256', '--out', '@hsm')
    await publish()
    await shop.done(
      'rotate',
      'targets',
      '--out',
      '@site',
      '--keys',
      '@keys',
      '--keys',
      '@hsm',
      '--add',
      '@hsm/targets-hsm.pub.json',
      '--remove',
      '@keys/targets.pub.json',
    )
    for (const [at, dsaEncoding] of (['der', 'ieee-p1363'] as const).entries()) {
      await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1 + at })
      await publish()
      const file = `@site.pending/${shop.files('site.pending').find((one) => one.endsWith('.targets.json'))}`
      await shop.done('sign', file, '--bytes', '@to-sign')
      const key = createPrivateKey(readFileSync(shop.at('hsm/targets-hsm.pem')))
      writeFileSync(shop.at('signature'), sign('sha256', readFileSync(shop.at('to-sign')), { key, dsaEncoding }))
      const by = ['--by', '@hsm/targets-hsm.pub.json']
      await shop.done('sign', file, '--signature', '@signature', ...by)
      expect(await shop.done('publish', '--out', '@site', '--keys', '@keys')).toContain('published to')
      writeFileSync(shop.at('signature'), 'ff'.repeat(70))
    }
    expect((await verified()).orders).toMatchObject([{ version: minimal.version + 2 }])
  })

  it('takes no signature over anything else', async () => {
    await publish()
    await shop.write('signature', 'ff'.repeat(64))
    const args = [
      'sign',
      '@site/metadata/1.targets.json',
      '--signature',
      '@signature',
      '--by',
      '@keys/targets.pub.json',
    ]
    expect(await shop.writ(...args)).toMatchObject({ code: 1, error: expect.stringContaining('feed-signature') })
  })
})

describe('writ rotate', () => {
  it.each(['root', 'targets', 'snapshot', 'timestamp'])('changes the key of %s', async (role) => {
    await publish()
    await shop.done('keygen', `${role}-new`, '--out', '@new')
    const change = ['--add', `@new/${role}-new.pub.json`, '--remove', `@keys/${role}.pub.json`]
    await shop.done('rotate', role, '--out', '@site', '--keys', '@keys', '--keys', '@new', ...change)
    expect(await verified()).toMatchObject({ root: 2, orders: [{ id: minimal.id }] })
  })

  it('leaves no role without keys', async () => {
    await publish()
    const args = ['rotate', 'root', '--out', '@site', '--keys', '@keys', '--remove', '@keys/root.pub.json']
    expect(await shop.writ(...args)).toMatchObject({ code: 1, error: expect.stringContaining('no-key') })
  })
})

describe('writ delegate', () => {
  it('lets an authority publish under its name by its own key, until it may no more', async () => {
    await publish()
    await shop.done('keygen', 'csa', '--out', '@csa')
    await shop.write('csa-orders/b.json', { ...minimal, id: 'csa-order' })
    const own = ['publish', '@csa-orders', '--out', '@site', '--authority', 'csa', '--keys', '@csa']
    expect(await shop.writ(...own)).toMatchObject({ code: 1, error: expect.stringContaining('no-delegation') })
    await shop.done('delegate', 'csa', '--out', '@site', '--keys', '@keys', '--add', '@csa/csa.pub.json')
    expect((await verified()).orders).toHaveLength(1)
    expect(await shop.done(...own)).toContain('signature of snapshot')
    await shop.done('publish', '--out', '@site', '--keys', '@keys')
    expect((await verified()).orders.map(({ path }: { path: string }) => path)).toEqual([
      `orders/${minimal.id}.json.gz`,
      'orders/csa/csa-order.json.gz',
    ])
    await shop.done('delegate', 'csa', '--out', '@site', '--keys', '@keys', '--remove', '@csa/csa.pub.json')
    expect((await verified()).orders).toHaveLength(1)
  })
})

describe('a feed that was forgotten', () => {
  it('is renewed by another root, with what else has expired', async () => {
    await publish()
    shop.now += 400 * 24 * 60 * 60 * 1000
    const late = await shop.writ('publish', '@orders', '--out', '@site', '--keys', '@keys')
    expect(late).toMatchObject({ code: 1, error: expect.stringContaining('feed-expired') })
    await shop.done('rotate', 'root', '--out', '@site', '--keys', '@keys')
    expect(await verified()).toMatchObject({ root: 2, orders: [{ id: minimal.id }] })
  })

  it('of one authority does not keep the others from publishing', async () => {
    await publish()
    await shop.done('keygen', 'csa', '--out', '@csa')
    await shop.write('csa-orders/b.json', { ...minimal, id: 'csa-order' })
    await shop.done('delegate', 'csa', '--out', '@site', '--keys', '@keys', '--add', '@csa/csa.pub.json')
    await shop.done(
      'publish',
      '@csa-orders',
      '--out',
      '@site',
      '--authority',
      'csa',
      '--keys',
      '@keys',
      '--keys',
      '@csa',
    )
    shop.now += 400 * 24 * 60 * 60 * 1000
    const { code, error } = await shop.writ('rotate', 'root', '--out', '@site', '--keys', '@keys')
    expect({ code, error }).toMatchObject({ code: 0, error: expect.stringContaining('csa.json') })
    const { code: seen, out, error: said } = await verify()
    expect({ seen, said }).toMatchObject({ seen: 1, said: expect.stringContaining('feed-expired') })
    expect(JSON.parse(out).orders).toMatchObject([{ id: minimal.id }])
  })
})

describe('writ refresh', () => {
  it('renews a feed that has expired, with the online key alone', async () => {
    await publish()
    shop.now += 8 * 24 * 60 * 60 * 1000
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('feed-expired') })
    await shop.done('refresh', '--out', '@site', '--keys', '@keys/timestamp.pem')
    expect(await verified()).toMatchObject({ version: 1 })
  })

  it('says that what people sign will expire, and what renews it', async () => {
    await publish()
    shop.now += 350 * 24 * 60 * 60 * 1000
    const refresh = () => shop.writ('refresh', '--out', '@site', '--keys', '@keys/timestamp.pem')
    expect((await refresh()).error).toContain('root expires on 2027-12-01T12:00:00Z: writ rotate root renews it')
    expect((await refresh()).error).toContain('targets expires')
    await shop.done('rotate', 'root', '--out', '@site', '--keys', '@keys')
    await publish()
    expect((await refresh()).error).toBe('')
    expect(await verified()).toMatchObject({ root: 2, orders: [{ id: minimal.id }] })
  })

  it('does nothing with another key, and the online key does nothing else', async () => {
    await publish()
    const before = snapshotOf()
    expect(await shop.writ('refresh', '--out', '@site', '--keys', '@keys/targets.pem')).toMatchObject({ code: 1 })
    await shop.write('orders/a.json', { ...minimal, version: minimal.version + 1 })
    const said = await shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys/timestamp.pem')
    expect(said).toContain('nothing is published yet')
    expect(snapshotOf()).toEqual(before)
  })
})

it.each([
  [['keygen']],
  [['keygen', '--out', 'x', '--scheme', 'dsa']],
  [['keygen', '../x', '--out', 'x']],
  [['publish', 'x']],
  [['publish', 'a', 'b', '--out', 'x']],
  [['sign']],
  [['rotate', 'mirrors', '--out', 'x', '--threshold', '1']],
  [['rotate', 'root']],
  [['delegate', 'csa', '--out', 'x']],
  [['delegate', 'targets', '--out', 'x', '--threshold', '1']],
  [['refresh']],
  [['verify', 'x']],
  [['verify', 'x', '--root', 'abc']],
  [['serve']],
])('%j is a wrong command line', async (args) => expect((await shop.writ(...args)).code).toBe(2))
