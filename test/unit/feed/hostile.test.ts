import { beforeEach, describe, expect, it } from 'vitest'
import { rotatedRoot } from '../../../src/feed/publishing/roles.ts'
import { bytesToSign, envelopeBytes, signWith } from '../../../src/feed/publishing/envelope.ts'
import { signingOf } from '../../../src/feed/publishing/site.ts'
import { compose } from '../../../src/feed/publishing/compose.ts'
import type { Kind } from '../../../src/feed/tuf/metadata.ts'
import { trustRoot } from '../../../src/feed/tuf/trust-root.ts'
import { update } from '../../../src/feed/tuf/update.ts'
import { day, Forge, minute, now, order, roleSigners, signer } from './forge.ts'
import { valueOf } from './value-of.ts'

/*
 * The numbers are those of one list of bad inputs, over all tests of feeds: signatures 1 to 18, freshness 19 to 34, consistency
 * 35 to 44, transport 45 to 57, JSON 58 to 68. Where they are not in a test's name:
 *
 *   19, 33      the official tests of TUF clients (test/conformance)
 *   25          void: TUF's metadata has no first day
 *   27          void: a publisher may sign for as long as it likes; `writ` does for a year
 *   32, 68      the order's own dates and its parser (test/unit/order)
 *   41          writ publish (publishing.test.ts)
 *   42, 43, 44  what is held (held.test.ts)
 */

const signers = await roleSigners()
let forge: Forge

beforeEach(async () => {
  forge = await Forge.start(signers)
})

const timestamp = 'metadata/timestamp.json'

/** What an update is refused for; undefined for one that is taken. What was trusted stays trusted in either case. */
async function refusal(known?: Awaited<ReturnType<Forge['reader']>>, at = now + minute): Promise<string | undefined> {
  const repository = forge.repository(known?.kept, at)
  if (!known) valueOf(await trustRoot(repository, await forge.pin()))
  const before = new Map(repository.kept)
  const updated = await update(repository)
  if (updated.ok) return undefined
  for (const name of ['timestamp', 'snapshot', 'targets'])
    if (before.has(name) && updated.issues[0].path.includes(name))
      expect(repository.kept.get(name)).toBe(before.get(name))
  expect(updated.issues[0].path).not.toBe('')
  return updated.issues[0].code
}

/** A timestamp of the next version. */
const next = (change: (signed: Record<string, unknown>) => void = () => {}, by = [signers.timestamp]) =>
  forge.resign(timestamp, by, (signed) => {
    signed.version += 1
    change(signed)
  })

describe('a signature', () => {
  it('is good as it is made', async () => {
    const known = await forge.reader()
    await next()
    expect(await refusal(known)).toBeUndefined()
  })

  const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)

  it.each<[string, () => void | Promise<void>]>([
    ['1 none', () => forge.resign(timestamp, [])],
    ['5 by another role’s key', () => next(undefined, [signers.snapshot])],
    ['8 over other content', () => forge.tamper(timestamp, (text) => text.replace('"version":1}', '"version":2}'))],
    [
      '8 over another date',
      () => forge.tamper(timestamp, (text) => text.replace('"expires":"2026', '"expires":"2027')),
    ],
    ['9 with a digit flipped', () => forge.tamper(timestamp, (text) => flip(text, text.indexOf('"sig":"') + 20))],
    ['10 cut off', () => forge.tamper(timestamp, (text) => text.replace(/"sig":"(.{40}).+?"/, '"sig":"$1"'))],
    ['11 with bytes behind it', () => forge.tamper(timestamp, (text) => text.replace(/"sig":"(.+?)"/, '"sig":"$100"'))],
    ['11 with padding', () => forge.tamper(timestamp, (text) => text.replace(/"sig":"(.+?)"/, '"sig":"$1=="'))],
    [
      '17 of zeros',
      () => forge.tamper(timestamp, (text) => text.replace(/"sig":"(.+?)"/, `"sig":"${'0'.repeat(128)}"`)),
    ],
    ['that is empty', () => forge.tamper(timestamp, (text) => text.replace(/"sig":"(.+?)"/, '"sig":""'))],
    [
      '13 by a key that it brings itself',
      async () => {
        const other = await signer()
        await next(undefined, [other])
        forge.tamper(timestamp, (text) => text.replace('"sig":', `"key":${JSON.stringify(other.key)},"sig":`))
      },
    ],
  ])('%s is refused', async (_, make) => {
    const known = await forge.reader()
    await make()
    expect(await refusal(known)).toBe('feed-signature')
  })

  it('11 with bytes behind the file is refused', async () => {
    forge.tamper(timestamp, (text) => `${text}{}`)
    expect(await refusal()).toBe('feed-malformed')
  })

  it.each(['none', 'HS256', 'ed25519ph', 'ecdsa-sha2-nistp256', '__proto__', ''])(
    '2, 3, 4 counts for nothing where its key’s scheme is %j',
    async (scheme) => {
      await forge.resign('metadata/1.root.json', [signers.root], (root) => {
        root.keys[signers.timestamp.keyId].scheme = scheme
      })
      expect(await refusal()).toBe('feed-signature')
    },
  )

  it('12 of a later TUF is refused', async () => {
    await next((signed) => (signed['spec_version'] = '2.0.0'))
    expect(await refusal()).toBe('feed-malformed')
  })

  it('14, 15 by one key counts once, under however many ids', async () => {
    const twice = async (root: {
      keys: Record<string, unknown>
      roles: Record<string, { keyids: string[]; threshold: number }>
    }) => {
      const { key } = signers.timestamp
      root.keys['again'] = key
      root.keys['and-again'] = { ...key, comment: 'another id by its content' }
      root.roles['timestamp'] = { keyids: [signers.timestamp.keyId, 'again', 'and-again'], threshold: 2 }
    }
    await forge.resign('metadata/1.root.json', [signers.root], (root) => void twice(root))
    const sig = await signers.timestamp.sign(bytesToSign(forge.envelope(timestamp)))
    const envelope = forge.envelope(timestamp)
    envelope.signatures = [signers.timestamp.keyId, 'again', 'and-again'].map((keyid) => ({ keyid, sig }))
    forge.files.set(timestamp, envelopeBytes(envelope))
    expect(await refusal()).toBe('feed-signature')
  })

  it('16 by a key that was rotated out is refused', async () => {
    const known = await forge.reader()
    const other = await signer()
    const site = await forge.site()
    const change = { add: new Map([[other.keyId, other.key]]), remove: [signers.timestamp.keyId] }
    const root = rotatedRoot(site.root, 'timestamp', change, now)
    await signWith(root, [signers.root], [signingOf('root', root.signed, undefined)!])
    forge.files.set('metadata/2.root.json', envelopeBytes(root))
    await next()
    expect(await update(known)).toMatchObject({ ok: false, issues: [{ code: 'feed-signature', path: timestamp }] })
  })

  it.each<[string, string]>([
    ['the neutral point', `01${'00'.repeat(31)}`],
    ['zero', '00'.repeat(32)],
    ['p - 1', `ec${'ff'.repeat(30)}7f`],
    ['order eight', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['order eight, other sign', 'c7176a703d4dd84fba3c0b760d10670f2a2039fa2c39ccc64ec7fd7792ac03fa'],
    ['p + 1, which is the neutral point again', `ee${'ff'.repeat(30)}7f`],
  ])('17 fits every message under a key of small order, and is refused: %s', async (_, point) => {
    await forge.resign('metadata/1.root.json', [signers.root], (root) => {
      root.keys[signers.timestamp.keyId].keyval.public = point
    })
    const neutral = `01${'00'.repeat(31)}`
    forge.tamper(timestamp, (text) => text.replace(/"sig":"(.+?)"/, `"sig":"${neutral}${'00'.repeat(32)}"`))
    expect(await refusal()).toBe('feed-signature')
  })
})

describe.each(['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'rsassa-pss-sha256'] as const)('%s', (scheme) => {
  it('is read and written', async () => {
    forge = await Forge.start({ ...signers, timestamp: await signer(scheme) })
    expect(await refusal()).toBeUndefined()
    forge.tamper(timestamp, (text) => text.replace('"version":1}', '"version":2}'))
    expect(await refusal()).toBe('feed-signature')
  }, 120_000)
})

it.each(['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384'] as const)(
  '18 by %s is neither zeros nor the raw form',
  async (scheme) => {
    forge = await Forge.start({ ...signers, timestamp: await signer(scheme) })
    const size = scheme.endsWith('256') ? 64 : 96
    for (const sig of ['3006020100020100', '3006020101020100', '00'.repeat(size), '11'.repeat(size)]) {
      forge.tamper(timestamp, (text) => text.replace(/"sig":"(.+?)"/, `"sig":"${sig}"`))
      expect(await refusal()).toBe('feed-signature')
    }
  },
)

describe('freshness', () => {
  it('20 asks twice where nothing is new, and for little', async () => {
    const known = await forge.reader()
    forge.asked.length = 0
    expect(await refusal(known)).toBeUndefined()
    expect(forge.asked).toEqual(['metadata/2.root.json', timestamp])
    expect(forge.files.get(timestamp)!.length).toBeLessThan(600)
  })

  it('21 tells of two texts under one version, and keeps the first', async () => {
    const known = await forge.reader()
    const first = known.kept.get('timestamp')
    await forge.resign(timestamp, [signers.timestamp], (signed) => (signed.expires = '2026-12-09T00:00:00Z'))
    const updated = await update(known)
    expect(updated).toMatchObject({ ok: true, warnings: [{ code: 'feed-rewritten', path: timestamp }] })
    expect(known.kept.get('timestamp')).toBe(first)
  })

  it.each([2 ** 53, -1, 0, 1.5, '42', null, [2], true])('22 takes no version %j', async (version) => {
    const known = await forge.reader()
    const envelope = forge.envelope(timestamp)
    forge.files.set(
      timestamp,
      new TextEncoder().encode(JSON.stringify({ ...envelope, signed: { ...envelope.signed, version } })),
    )
    expect(await refusal(known)).toBe('feed-malformed')
  })

  it('23 is healed of a version far ahead by other keys, and by nothing else', async () => {
    await next((signed) => (signed['version'] = 1_000_000_000))
    const known = await forge.reader()
    await forge.resign(timestamp, [signers.timestamp], (signed) => (signed.version = 2))
    expect(await refusal(known)).toBe('feed-rollback')
    const other = await signer()
    const site = await forge.site()
    const change = { add: new Map([[other.keyId, other.key]]), remove: [signers.timestamp.keyId] }
    const drafts = { root: rotatedRoot(site.root, 'timestamp', change, now), targets: new Map() }
    forge.put((await compose(site, drafts, [...Object.values(signers), other], now)).files)
    expect(await refusal(known)).toBeUndefined()
  })

  it.each<[string, number]>([
    ['24, 26, 30 after its last day', 8 * day],
    ['29 by a clock two years ahead', 730 * day],
  ])('%s is over, and what was trusted stays', async (_, later) => {
    const known = await forge.reader()
    const before = new Map(known.kept)
    expect(await refusal(known, now + later)).toBe('feed-expired')
    expect(known.kept).toEqual(before)
  })

  it('28 lasts by a clock two years behind, and nothing goes back', async () => {
    await next()
    const known = await forge.reader()
    const before = new Map(known.kept)
    expect(await refusal(known, now - 730 * day)).toBeUndefined()
    expect(known.kept).toEqual(before)
  })

  it('31 is asked of the new metadata, not of the old', async () => {
    const known = await forge.reader()
    await next((signed) => (signed['expires'] = '2027-01-31T00:00:00Z'))
    expect(await refusal(known, now + 20 * day)).toBeUndefined()
  })

  it('34, 35 shows every file that is older than its name says', async () => {
    const old = new Map(forge.files)
    await forge.publish(order(2))
    const known = await forge.reader()
    const served = new Map(forge.files)
    for (const [path, stale, code] of [
      [timestamp, timestamp, 'feed-rollback'],
      ['metadata/2.snapshot.json', 'metadata/1.snapshot.json', 'feed-mismatch'],
      ['metadata/2.targets.json', 'metadata/1.targets.json', 'feed-mismatch'],
      ['metadata/2.root.json', 'metadata/1.root.json', 'feed-rollback'],
    ] as const) {
      forge.files.set(path, old.get(stale)!)
      const reader = path === timestamp || path.includes('root') ? known : undefined
      expect([path, await refusal(reader)]).toEqual([path, code])
      const before = served.get(path)
      if (before) forge.files.set(path, before)
      else forge.files.delete(path)
    }
  })
})

describe('JSON', () => {
  const replace = (text: string | Uint8Array) =>
    forge.files.set(timestamp, typeof text === 'string' ? new TextEncoder().encode(text) : text)
  const valid = () => new TextDecoder().decode(forge.files.get(timestamp))

  it.each<[string, () => unknown]>([
    ['50 a portal’s page', () => replace('<!doctype html><title>Log in</title>')],
    ['55 nothing', () => replace('')],
    ['58 what is not UTF-8', () => replace(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))],
    ['59 a byte order mark', () => replace(`\ufeff${valid()}`)],
    [
      '62 what is nested deep',
      () => replace(valid().replace('"meta":', `"deep":${'['.repeat(5000)}${']'.repeat(5000)},"meta":`)),
    ],
    ['63 a number beyond all', () => replace(valid().replace('"version":1}', '"version":1e400}'))],
    ['63 no number', () => replace(valid().replace('"version":1}', '"version":NaN}'))],
    ['63 a fraction elsewhere', () => replace(valid().replace('"meta":', '"x":0.5,"meta":'))],
    ['65 a list', () => replace('[]')],
    ['65 a list for an object', () => replace(valid().replace(/"meta":\{.*?\}\}/, '"meta":[]'))],
    ['65 an object for a list', () => replace(valid().replace(/"signatures":\[.*?\]/, '"signatures":{}'))],
    ['67 half a character', () => replace(valid().replace('"meta":', String.raw`"x":"\ud800","meta":`))],
    ['null', () => replace('null')],
  ])('%s is refused', async (_, make) => {
    const known = await forge.reader()
    make()
    expect(await refusal(known)).toBe('feed-malformed')
  })

  it('60 with a key twice counts as it is read: the signature is over that', async () => {
    const good = forge.envelope(timestamp)
    const evil = JSON.stringify({ ...good.signed, version: 9 })
    const { signatures, signed } = good
    const known = await forge.reader()
    replace(`{"signatures":${JSON.stringify(signatures)},"signed":${JSON.stringify(signed)},"signed":${evil}}`)
    expect(await refusal(known)).toBe('feed-signature')
    replace(`{"signatures":${JSON.stringify(signatures)},"signed":${evil},"signed":${JSON.stringify(signed)}}`)
    expect(await refusal(known)).toBeUndefined()
  })

  it('61 with a key called __proto__ changes nothing but what is signed', async () => {
    const known = await forge.reader()
    replace(valid().replace('"meta":', '"__proto__":{"version":7},"meta":'))
    expect(await refusal(known)).toBe('feed-signature')
    expect(({} as { version?: number }).version).toBeUndefined()
    replace('{"__proto__":{"signed":{"_type":"timestamp"},"signatures":[]}}')
    expect(await refusal(known)).toBe('feed-malformed')
  })

  it('64 is not read where it is longer than its kind may be', async () => {
    replace(valid().replace('"meta":', `"x":"${'x'.repeat(10_000_000)}","meta":`))
    expect(await refusal()).toBe('feed-too-long')
  })

  it('66 may hold more than is known, and it is signed, too', async () => {
    await next((signed) => (signed['x-later'] = { a: [1, 'é'] }))
    expect(await refusal()).toBeUndefined()
    forge.tamper(timestamp, (text) => text.replace('"a":[1,', '"a":[2,'))
    expect(await refusal()).toBe('feed-signature')
  })

  it.each<Kind>(['root', 'timestamp', 'snapshot', 'targets'])('7 of another kind than %s is refused', async (kind) => {
    const path = kind === 'timestamp' ? timestamp : `metadata/1.${kind}.json`
    await forge.resign(path, [signers[kind]], (signed) => (signed._type = 'mirrors'))
    const repository = forge.repository()
    const trusted = await trustRoot(repository, await forge.pin())
    const result = trusted.ok ? await update(repository) : trusted
    expect(result).toMatchObject({ ok: false, issues: [{ code: 'feed-malformed' }] })
  })
})

describe('a pin', () => {
  it('6 of another feed fits no root here', async () => {
    const other = await Forge.start()
    expect(await trustRoot(forge.repository(), await other.pin())).toMatchObject({
      ok: false,
      issues: [{ code: 'feed-pin' }],
    })
  })

  it('may name a later root', async () => {
    const site = await forge.site()
    const other = await signer()
    const change = { add: new Map([[other.keyId, other.key]]), remove: [] }
    const drafts = { root: rotatedRoot(site.root, 'root', change, now), targets: new Map() }
    forge.put((await compose(site, drafts, Object.values(signers), now)).files)
    const { digestOf } = await import('../../../src/feed/tuf/bytes.ts')
    const repository = forge.repository()
    valueOf(await trustRoot(repository, await digestOf(forge.files.get('metadata/2.root.json')!)))
    expect(valueOf(await update(repository)).root.version).toBe(2)
  })
})
