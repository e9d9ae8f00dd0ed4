import { describe, expect, it } from 'vitest'
import { liesBelow } from '../../../src/names/query.ts'
import type { BlockedTargets } from '../../../src/rules/blocked.ts'
import { compile, fingerprintOf } from '../../../src/rules/compile.ts'
import { withoutExceptions } from '../../../src/rules/exceptions.ts'
import { capabilities } from '../../../src/rules/capabilities.ts'
import { ruleIds, type Rule } from '../../../src/rules/rule.ts'

const options = { page: 'chrome-extension://id/blocked.html', fingerprint: 'abc123', capabilities: capabilities.chrome }

function blocking(part: Partial<BlockedTargets>): BlockedTargets {
  return { order: 'an-order', domains: [], hosts: [], urls: [], ips: 0, ...part }
}

/** As browsers match a filter without wildcards: `^` at its end is one character of this set, or the end of the address. */
function matches(filter: string, url: string): boolean {
  const [, start, separator] = /^\|(.*?)(\^?)$/.exec(filter)!
  if (!url.startsWith(start!)) return false
  return separator === '' || url.length === start!.length || /[^A-Za-z0-9_.%-]/.test(url[start!.length]!)
}

function filtersOf(rules: readonly Rule[]) {
  return rules.flatMap(({ condition }) => condition.urlFilter ?? [])
}

describe('names that stay open', () => {
  const open = new Set(['open.example', 'good.a.tv'])
  const order = blocking({
    domains: ['a.tv', 'open.example', 'www.open.example', 'b.tv'],
    urls: ['https://open.example/films', 'https://c.tv/films'],
  })

  it('are left out with all below them, which is no limitation', () => {
    const left = withoutExceptions(order, open)
    expect(left).toMatchObject({ domains: ['a.tv', 'b.tv'], urls: ['https://c.tv/films'] })
    expect(compile([left], { ...options, open }).limitations).toEqual([])
  })

  it('are excepted where a blocked name lies above them, with a final dot where the browser needs it', () => {
    for (const browser of ['chrome', 'firefox'] as const) {
      const { rules } = compile([withoutExceptions(order, open)], {
        ...options,
        open,
        capabilities: capabilities[browser],
      })
      const dotted = browser === 'firefox' ? ['good.a.tv.'] : []
      for (const id of [ruleIds.explain, ruleIds.block])
        expect(rules.find((rule) => rule.id === id)?.condition.excludedRequestDomains).toEqual(['good.a.tv', ...dotted])
    }
  })

  it('are compared by labels: a look-alike stays blocked', () => {
    const look = blocking({ domains: ['notopen.example', 'open.example.com'] })
    expect(withoutExceptions(look, open)).toMatchObject({ domains: ['notopen.example', 'open.example.com'] })
  })
})

describe('compile', () => {
  it('makes no rule where there is nothing to block: an empty list of domains is refused by browsers', () => {
    expect(compile([], options).rules).toEqual([])
    expect(compile([blocking({ ips: 2 })], options).rules).toEqual([])
  })

  it('makes the same number of rules for one domain and for a hundred thousand', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `site${n}.example.com`)
    const few = compile([blocking({ domains: ['dpstream.tv'] })], options)
    expect(few.rules.map(({ id }) => id)).toEqual([ruleIds.marker, ruleIds.explain, ruleIds.block])
    expect(compile([blocking({ domains: many })], options).rules).toHaveLength(few.rules.length)
  })

  it('puts the address asked for behind the block page, and blocks everything else', () => {
    const { rules } = compile([blocking({ domains: ['dpstream.tv'] })], options)
    expect(rules.slice(1)).toEqual([
      {
        id: 2,
        priority: 2,
        action: { type: 'redirect', redirect: { regexSubstitution: 'chrome-extension://id/blocked.html#\\1\\2' } },
        condition: {
          regexFilter: '^(https?://)(?:[^/@]*@)?(.*)',
          requestDomains: ['dpstream.tv'],
          resourceTypes: ['main_frame'],
        },
      },
      expect.objectContaining({ id: 3, priority: 1, action: { type: 'block' } }),
    ])
  })

  it('stops every type of request that the browser knows, and names no other: it would refuse the rule', () => {
    const order = blocking({ domains: ['a.tv'], urls: ['https://b.tv/films'] })
    for (const [browser, its, other] of [
      ['chrome', 'webtransport', 'imageset'],
      ['firefox', 'imageset', 'webtransport'],
    ] as const)
      for (const { action, condition } of compile([order], { ...options, capabilities: capabilities[browser] }).rules)
        if (action.type === 'block') {
          expect(condition.resourceTypes).toEqual(expect.arrayContaining([its, 'csp_report']))
          expect(condition.resourceTypes).not.toContain(other)
        }
  })

  it('makes no redirect where it would not be followed', () => {
    const { rules } = compile([blocking({ domains: ['a.tv'] })], { ...options, page: undefined })
    expect(rules.map(({ action }) => action.type)).toEqual(['allow', 'block'])
  })

  it('joins the orders: a name that two of them list stands once', () => {
    const { rules, domains } = compile(
      [blocking({ domains: ['a.tv', 'b.tv'] }), blocking({ order: 'other', domains: ['b.tv'] })],
      options,
    )
    expect(domains).toBe(2)
    expect(rules[2]!.condition.requestDomains).toEqual(['a.tv', 'b.tv'])
  })

  it('lists names with and without the final dot where the browser tells them apart', () => {
    const { rules } = compile([blocking({ domains: ['a.tv'] })], { ...options, capabilities: capabilities.firefox })
    expect(rules[2]!.condition.requestDomains).toEqual(['a.tv', 'a.tv.'])
  })

  it('lists them once where both would be too many, and says so', () => {
    const many = Array.from({ length: 100_001 }, (_, n) => `site${n}.example.com`)
    const { rules, limitations } = compile([blocking({ domains: many })], {
      ...options,
      capabilities: capabilities.firefox,
    })
    expect(rules[2]!.condition.requestDomains).toHaveLength(100_001)
    expect(limitations.map(({ code }) => code)).toEqual(['final-dot-not-in-rules'])
  })

  it('carries the fingerprint in a rule that matches nothing', () => {
    const { rules } = compile([blocking({ domains: ['a.tv'] })], options)
    expect(fingerprintOf(rules[0])).toBe('abc123')
    expect(rules[0]!.condition.requestDomains![0]).toMatch(/\.invalid$/)
    expect(fingerprintOf(undefined)).toBe('')
  })

  it('keeps a URL a URL', () => {
    const { rules, urls } = compile([blocking({ urls: ['https://a.tv/films', 'https://a.tv/watch?v='] })], options)
    expect(urls).toBe(2)
    expect(filtersOf(rules)).toEqual([
      '|http://a.tv/films^',
      '|https://a.tv/films^',
      '|http://a.tv/watch?v=',
      '|https://a.tv/watch?v=',
      '|http://a.tv./films^',
      '|https://a.tv./films^',
      '|http://a.tv./watch?v=',
      '|https://a.tv./watch?v=',
    ])
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('lets a URL go on where the matcher does: nothing is blocked that is not explained, nor the reverse', () => {
    const prefixes = [
      '/films',
      '/films/',
      '/films,',
      '/films-',
      '/films.',
      '/films%C3%A9',
      '/x?q=1',
      '/x?q=1;',
      '/x?q=',
    ]
    const ascii = Array.from({ length: 0x5e }, (_, at) => String.fromCharCode(0x21 + at))
    // What the URL standard writes otherwise in an address, and the fragment, which neither sees.
    const next = ['', ...ascii.filter((character) => !'#"<>\\\'^`{}'.includes(character))]
    for (const prefix of prefixes.map((path) => `https://a.tv${path}`)) {
      const [, rule] = compile([blocking({ urls: [prefix] })], options).rules
      const filter = rule!.condition.urlFilter!
      for (const character of next) {
        const url = `http://a.tv${prefix.slice('https://a.tv'.length)}${character}`
        expect([filter, url, matches(filter, url)]).toEqual([filter, url, liesBelow(prefix, url)])
      }
    }
  })

  it('makes no rule of a URL whose characters stand for others in a filter', () => {
    for (const url of ['https://a.tv/x*y', 'https://a.tv/x?a^b', 'https://a.tv/x?a|']) {
      const { rules, limitations } = compile([blocking({ urls: [url] })], options)
      expect(rules).toEqual([])
      expect(limitations).toEqual([expect.objectContaining({ code: 'url-not-in-rules' })])
    }
    expect(compile([blocking({ urls: ['https://a.tv/x?a|b'] })], options).urls).toBe(1)
  })

  it('stops a URL in both cases of its hex digits', () => {
    const { rules, urls } = compile([blocking({ urls: ['https://a.tv:8443/caf%C3%A9/%20'] })], options)
    expect(urls).toBe(1)
    expect(filtersOf(rules).filter((filter) => filter.startsWith('|https'))).toEqual([
      '|https://a.tv:8443/caf%C3%A9/%20^',
      '|https://a.tv:8443/caf%c3%a9/%20^',
      '|https://a.tv.:8443/caf%C3%A9/%20^',
      '|https://a.tv.:8443/caf%c3%a9/%20^',
    ])
  })

  it('gives a URL all of its rules or none, and none for the final dot before all have theirs', () => {
    const room = { ...capabilities.chrome, dynamicRules: ruleIds.firstOther + 5 }
    const urls = ['https://a.tv/1', 'https://a.tv/%C3%A9', 'https://a.tv/2', 'https://a.tv/3']
    const { rules, urls: count, limitations } = compile([blocking({ urls })], { ...options, capabilities: room })
    expect(count).toBe(2)
    expect(filtersOf(rules).filter((filter) => filter.startsWith('|https://a.tv/'))).toEqual([
      '|https://a.tv/1^',
      '|https://a.tv/2^',
    ])
    expect(limitations).toMatchObject([{ code: 'url-not-in-rules', message: expect.stringMatching(/^2 URL/) }])
  })

  it('says what it cannot express', () => {
    const urls = Array.from({ length: 2_600 }, (_, n) => `https://a.tv/films/${n}`)
    const { rules, limitations } = compile([blocking({ urls: [...urls, 'https://a.tv/x*y'], ips: 3 })], {
      ...options,
      capabilities: capabilities.firefox,
    })
    expect(rules.length).toBeLessThanOrEqual(capabilities.firefox.dynamicRules)
    expect(limitations).toEqual([
      {
        code: 'url-not-in-rules',
        path: 'an-order',
        count: 103,
        message: expect.stringMatching(/^103 URL targets are/),
      },
      { code: 'ip-not-enforced', path: 'an-order', count: 3, message: expect.stringMatching(/^3 IP addresses are/) },
    ])
    const one = compile([blocking({ ips: 1 })], options).limitations
    expect(one.map(({ message }) => message)).toEqual([expect.stringMatching(/^1 IP address is shown/)])
  })
})
