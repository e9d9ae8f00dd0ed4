import { describe, expect, it } from 'vitest'
import { bundled } from '../../../../src/bundled/bundled.ts'
import type { Target } from '../../../../src/order/order.ts'
import { parseOrder } from '../../../../src/order/reading/parse.ts'
import { normalizeHost } from '../../../../src/order/hostname.ts'
import { finderOf } from '../../../../src/order/protected/finder.ts'
import { heldEntries } from '../../../../src/order/protected/held.ts'
import groups from '../../../../src/order/protected/hosts.json' with { type: 'json' }
import { protectedHit } from '../../../../src/order/protected/protected.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }

function orderWith(values: object) {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return { order: parsed.value, warnings: parsed.warnings }
}

const heldValues = (values: object, services?: string[]) =>
  heldEntries(orderWith(values).order, services).map(({ value, kind }) => [value, kind])

describe('the file of protected hosts', () => {
  it('says of each group why, from where and when', () => {
    for (const { kind, source, date, hosts } of groups) {
      expect(kind).toMatch(/^[a-z-]+$/)
      expect(source.length).toBeGreaterThan(10)
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(hosts).toEqual([...new Set(hosts)].toSorted())
    }
  })

  it('holds names as documents hold them, or suffixes that none can name', () => {
    const wrong = groups.flatMap(({ hosts }) =>
      hosts.filter((host) => {
        const normal = normalizeHost(host)
        return normal.ok ? normal.host !== host : normal.code !== 'host-public-suffix' && host.includes('.')
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('a protected host', () => {
  it.each<[Target, string | undefined]>([
    ['youtube.com', 'popular'],
    ['www.youtube.com', 'popular'],
    ['m.youtube.com', 'popular'],
    ['vk.com', 'popular'],
    ['t.me', 'popular'],
    [{ host: 'youtube.com' }, 'popular'],
    [{ host: 'youtube.com:8443' }, undefined],
    [{ url: 'https://youtube.com/watch?v=1' }, undefined],
    [{ ip: '192.0.2.1' }, undefined],
    ['films.youtube.com', undefined],
    ['notyoutube.com', undefined],
    ['youtube.com.example', undefined],
    ['pirate.livejournal.com', undefined],
    ['livejournal.com', 'platform'],
    ['ocsp.digicert.com', 'certificate'],
    ['pki.goog', 'certificate'],
    ['lencr.org', 'certificate'],
    ['gvt1.com', 'update'],
    ['login.microsoftonline.com', 'identity'],
    ['microsoftonline.com', 'identity'],
    [{ host: 'microsoftonline.com' }, undefined],
    ['courdecassation.fr', 'court'],
    ['impots.gouv.fr', 'government'],
    ['unknown.gouv.fr', 'public-sector'],
    ['irs.gov', 'government'],
    ['some.gov', 'public-sector'],
    ['gov.tk', undefined],
    ['gov.example.com', undefined],
  ])('%j: %s', (target, kind) => expect(protectedHit(target)?.kind).toBe(kind))

  it('is found in as many steps, however many there are', () => {
    let asked = 0
    const target = { get domain() { return ++asked, 'a.b.c.example' } } // prettier-ignore
    const stepsIn = (count: number) => {
      asked = 0
      finderOf([{ kind: 'x', hosts: Array.from({ length: count }, (_, at) => `host${at}.example`) }])(target)
      return asked
    }
    expect(stepsIn(10_000)).toBe(stepsIn(10))
  })
})

describe('a held entry', () => {
  const court = { ...minimal.decisions[0], url: 'https://decisions.court.example/1' }

  it('is one that would block a protected host; the others are not', () =>
    expect(heldValues({ targets: ['covered.example', 'youtube.com'] })).toEqual([['youtube.com', 'popular']]))

  it('may be one of a measure of its own', () =>
    expect(heldValues({ measures: [{ kind: 'block', addressees: [], targets: ['paypal.com'] }] })).toEqual([
      ['paypal.com', 'payment'],
    ]))

  it('is one that would block the order’s own court, source or remedy', () =>
    expect(
      heldValues({
        decisions: [court],
        sources: [{ url: 'https://www.registry.example/x' }],
        contest: [{ text: 'By letter', url: 'https://contest.example/' }],
        targets: ['court.example', 'www.registry.example', 'contest.example', 'x.contest.example', 'covered.example'],
      }),
    ).toEqual([
      ['court.example', 'source'],
      ['www.registry.example', 'source'],
      ['contest.example', 'source'],
    ]))

  it('is one that would keep this browser from its updates of Writ', () =>
    expect(heldValues({ targets: ['packages.example'] }, ['packages.example'])).toEqual([
      ['packages.example', 'service'],
    ]))

  it('is none that the document acknowledges', () =>
    expect(heldValues({ targets: ['youtube.com', 'vk.com'], ack: ['YouTube.com'] })).toEqual([['vk.com', 'popular']]))

  it('is warned of at its place, and so is an acknowledgement of nothing', () => {
    const { warnings } = orderWith({ targets: ['covered.example', 'youtube.com'], ack: ['vk.com'] })
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['protected-host', 'targets[1]'],
      ['ack-without-target', 'ack[0]'],
    ])
  })

  it('is in none of the orders that come with the extension', () => {
    for (const { document } of bundled) expect(heldValues(document)).toEqual([])
  })
})
