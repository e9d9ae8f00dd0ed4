import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liesIn } from '../../../src/order/suffixes.ts'
import { hostParts } from '../../../src/order/host-parts.ts'
import { capabilities } from '../../../src/rules/capabilities.ts'
import { compile } from '../../../src/rules/compile.ts'
import { HostGroups } from '../../../src/rules/host-groups.ts'
import type { Rule } from '../../../src/rules/rule.ts'

const options = { page: 'chrome-extension://id/blocked.html', fingerprint: 'abc123', capabilities: capabilities.chrome }

function rulesFor(hosts: string[], more: object = {}): Rule[] {
  return compile([{ order: 'an-order', domains: [], hosts, urls: [], ips: 0, ...more }], options).rules
}

/** As browsers apply a rule's condition to an address: `requestDomains` holds each name and all below it. */
function applies({ condition }: Rule, address: string): boolean {
  const host = new URL(address).hostname.replace(/\.$/, '')
  const { requestDomains, regexFilter } = condition
  return liesIn(host, new Set(requestDomains)) && (regexFilter === undefined || new RegExp(regexFilter).test(address))
}

function isBlocked(hosts: string[], address: string): boolean {
  const { href } = new URL(address)
  return rulesFor(hosts).some((rule) => rule.action.type === 'block' && applies(rule, href))
}

describe('names that are blocked alone', () => {
  it.each([
    ['http://a.tv/', true],
    ['https://a.tv:8443/x?y#z', true],
    ['http://A.TV./', true],
    ['http://a.tv.:81/', true],
    ['http://user@a.tv/', true],
    ['http://u.v.w:p.q@a.tv/', true],
    ['http://u.v:80@a.tv/', true],
    ['ws://a.tv/', true],
    ['wss://u.x@a.tv:4/', true],
    ['https://a.tv/@x.y/z', true],
    ['https://a.tv?x.y/', true],
    ['http://www.a.tv/', false],
    ['http://www.a.tv./', false],
    ['http://u@www.a.tv/', false],
    ['http://u.v:pw@www.a.tv/', false],
    ['http://u.v:80@www.a.tv/', false],
    ['http://a:80@www.a.tv:80/', false],
    ['ws://x.a.tv/', false],
    ['http://x.y.a.tv:8080/', false],
    ['http://xa.tv/', false],
    ['http://a.tvx/', false],
    ['http://a.tv.example.com/', false],
    ['http://example.com/a.tv', false],
    ['http://a.tv@example.com/', false],
  ])('of a.tv, %s: %s', (address, blocked) => expect(isBlocked(['a.tv'], address)).toBe(blocked))

  it.each([
    ['a.tv:8443', 'https://a.tv:8443/x', true],
    ['a.tv:8443', 'http://u@a.tv.:8443/', true],
    ['a.tv:8443', 'https://a.tv/', false],
    ['a.tv:8443', 'https://a.tv:84/', false],
    ['a.tv:8443', 'https://www.a.tv:8443/', false],
    ['a.tv:8443', 'https://a.tv/:8443/', false],
    ['a.tv:8443', 'https://a:8443@a.tv/', false],
    ['a.tv:80', 'http://a.tv/', true],
    ['a.tv:80', 'ws://a.tv/', true],
    ['a.tv:80', 'https://a.tv:80/', true],
    ['a.tv:80', 'https://a.tv/', false],
    ['a.tv:80', 'http://a.tv:8080/', false],
    ['a.tv:443', 'https://a.tv/', true],
    ['a.tv:443', 'http://a.tv:443/', true],
    ['a.tv:443', 'http://a.tv/', false],
    ['a.tv:443', 'wss://www.a.tv/', false],
  ])('of %s, %s: %s', (host, address, blocked) => expect(isBlocked([host], address)).toBe(blocked))

  it('are themselves and nothing else, whatever is beside them and however they are asked for', () => {
    const label = fc.constantFrom('a', 'b', 'www', 'x1')
    const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `${labels.join('.')}.tv`)
    const host = fc.oneof(
      name,
      fc.tuple(name, fc.constantFrom(80, 443, 8443)).map((parts) => parts.join(':')),
    )
    const user = fc.constantFrom('', 'u@', 'a.b@', 'a.b:c.d@', 'www.a.tv@', 'a:80@')
    const address = fc
      .tuple(fc.constantFrom('http', 'https', 'ws', 'wss'), user, name, fc.constantFrom('', '.'))
      .chain(([scheme, before, asked, dot]) =>
        fc
          .constantFrom('', ':80', ':443', ':8443')
          .map((port) => `${scheme}://${before}${asked}${dot}${port}/a.tv:80/`),
      )
    let blocked = 0
    fc.assert(
      fc.property(fc.uniqueArray(host, { maxLength: 8 }), address, (hosts, asked) => {
        const { hostname, protocol, port } = new URL(asked)
        const expected = hosts.some((one) => {
          const listed = hostParts(one)
          const own = /^(http|ws):/.test(protocol) ? 80 : 443
          return (
            listed.name === hostname.replace(/\.$/, '') && (listed.port ?? Number(port || own)) === Number(port || own)
          )
        })
        if (expected) blocked++
        expect(isBlocked(hosts, asked)).toBe(expected)
      }),
      { numRuns: 600 },
    )
    expect(blocked).toBeGreaterThan(20)
  })

  it('are explained in a tab: the rule that does takes the whole address but user and password', () => {
    const [, explain, block] = rulesFor(['www.a.tv'])
    expect(explain!.action).toEqual({ type: 'redirect', redirect: { regexSubstitution: `${options.page}#\\1\\2` } })
    expect(explain!.priority).toBeGreaterThan(block!.priority)
    expect(explain!.condition.resourceTypes).toEqual(['main_frame'])
    const put = (address: string) => address.replace(new RegExp(explain!.condition.regexFilter!), '$1$2')
    for (const rest of ['www.a.tv/x?y=z', 'www.a.tv.:81/x', 'www.a.tv/@b/http://u:p@c/', 'www.a.tv/?q=u:p@c'])
      for (const user of ['', 'u@', 'u:p@', ':@', 'u%40:p%2F@'])
        expect(put(`https://${user}${rest}`)).toBe(`https://${rest}`)
  })

  it('are blocked where no page may be shown', () => {
    const { rules } = compile([{ order: 'o', domains: [], hosts: ['a.tv'], urls: [], ips: 0 }], {
      ...options,
      page: undefined,
    })
    expect(rules.map(({ action }) => action.type)).toEqual(['allow', 'block'])
  })

  it('are as many rules however many they are, beside those of domains and pages', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `${at % 2 ? 'www.' : ''}site${at}.example`)
    const others = { domains: ['a.tv'], urls: ['https://b.tv/x'] }
    const few = rulesFor(many(2), others)
    expect(few.map(({ id }) => id)).toEqual(few.map((_, at) => at + 1))
    expect(few).toHaveLength(1 + 2 + 4 + 4)
    const all = rulesFor(many(100_000), others)
    expect(all).toHaveLength(few.length)
    expect(all.map(({ id }) => id)).toEqual(few.map(({ id }) => id))
  })

  it('are listed with a final dot, too, where the browser takes it for another name', () => {
    const { rules } = compile([{ order: 'o', domains: [], hosts: ['a.tv'], urls: [], ips: 0 }], {
      ...options,
      capabilities: capabilities.firefox,
    })
    expect(rules.at(-1)!.condition.requestDomains).toEqual(['a.tv', 'a.tv.'])
  })

  it('are counted where they have more labels or ports than rules tell apart', () => {
    const deep = `${'a.'.repeat(16)}tv`
    const ports = Array.from({ length: 50 }, (_, at) => `b.tv:${8000 + at}`)
    const { rules, domains, limitations } = compile(
      [{ order: 'an-order', domains: [], hosts: [deep, ...ports], urls: [], ips: 0 }],
      options,
    )
    expect(domains).toBe(40)
    expect(rules).toHaveLength(1 + 2 * 40)
    expect(limitations).toEqual([
      expect.objectContaining({
        code: 'host-not-in-rules',
        path: 'an-order',
        count: 11,
        message: expect.stringMatching(/^11 hosts are not/),
      }),
    ])
  })

  it('are in their group once', () => {
    const groups = new HostGroups()
    expect([groups.add('a.tv'), groups.add('a.tv'), groups.add('b.tv')]).toEqual([true, true, true])
    expect(groups.size).toBe(2)
    expect(groups.all().map(({ names }) => [...names])).toEqual([['a.tv', 'b.tv']])
  })
})
