import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAddressRange } from '../../../src/order/ip-address.ts'
import { normalizeHost, normalizeHostAndPort, normalizeUrl } from '../../../src/order/hostname.ts'
import { long, share } from '../../deep/share.ts'

describe('normalizeHost', () => {
  it('gives what the URL standard gives, or a reason; never throws, and changes nothing the second time', long, () => {
    const label = fc.stringMatching(/^[a-zA-Z0-9é中_%.*:@/-]{1,12}$/)
    const name = fc.oneof(
      fc.string(),
      fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.')),
    )
    fc.assert(
      fc.property(name, (input) => {
        const first = normalizeHost(input)
        if (!first.ok) return void expect(first.message).not.toBe('')
        expect(new URL(`http://${first.host}/`).hostname).toBe(first.host)
        expect(normalizeHost(first.host)).toEqual(first)
      }),
      { numRuns: share(20_000) },
    )
  })

  it('takes a name below a suffix and refuses the suffix, whoever keeps it', () => {
    for (const suffix of [
      'com',
      'co.uk',
      'github.io',
      'blogspot.com',
      'pages.dev',
      's3.amazonaws.com',
      'xn--p1ai',
      'gov.sg',
    ])
      expect([suffix, normalizeHost(suffix).ok, normalizeHost(`site.${suffix}`).ok]).toEqual([suffix, false, true])
  })
})

describe('names that browsers open', () => {
  it.each([
    ['-a.b.example', '-a.b.example'],
    ['a-.b.example', 'a-.b.example'],
    ['a.-b-.c.example', 'a.-b-.c.example'],
    ['my_bucket.s3.amazonaws.com', 'my_bucket.s3.amazonaws.com'],
    ['my_site.github.io', 'my_site.github.io'],
    ['-x.blogspot.com', '-x.blogspot.com'],
    ['_dmarc.a.tv', '_dmarc.a.tv'],
    ['نامه\u200cای.example', 'xn--mgba3gch31f060k.example'],
    ['xn--mgba3gch31f060k.example', 'xn--mgba3gch31f060k.example'],
    ['ශ්\u200dරී.com', 'xn--10cl1a0b660p.com'],
  ])('%s is %s', (name, host) => expect(normalizeHost(name)).toEqual({ ok: true, host }))

  it.each(['-a.tv', 'a-.tv', 'a_b.tv', 'a_b.co.uk', 'a\u200cb.tv', 'a\u200db.tv'])('no registry gives %s', (name) =>
    expect(normalizeHost(name).ok).toBe(false),
  )
})

describe('normalizeHostAndPort', () => {
  it.each([
    ['WWW.A.tv.', 'www.a.tv'],
    ['A.tv:8443', 'a.tv:8443'],
    ['a.tv.:080', 'a.tv:80'],
    ['münchen.de:443', 'xn--mnchen-3ya.de:443'],
  ])('gives %s as %s', (input, host) => {
    expect(normalizeHostAndPort(input)).toEqual({ ok: true, host })
    expect(normalizeHostAndPort(host)).toEqual({ ok: true, host })
  })
})

describe('an IP address', () => {
  it.each([
    '192.0.2.1',
    '192.0.2.1:8080',
    '192.0.2.0/24',
    '192.0.2.1-192.0.2.9',
    '192.0.2.1 - 192.0.2.9',
    '192.0.2.1–192.0.2.9',
    '2001:db8::1',
    '2001:DB8:0:0:0:0:0:1',
    '2001:0db8:0000:0000:0000:0000:0000:0001',
    '[2001:db8::1]',
    '[2001:db8::1]:443',
    '2001:db8::/32',
    '::ffff:192.0.2.1',
    '::',
    '2001:db8::1-2001:db8::ff',
  ])('may be written %s', (ip) => expect(isAddressRange(ip)).toBe(true))

  it.each([
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1:',
    '192.0.2.1:65536',
    '192.0.2.1/33',
    '192.0.2.1/24/8',
    '192.0.2.0/24:80',
    '192.0.2.1-',
    '2001:db8::1::2',
    '2001:db8::/129',
    '[2001:db8::1',
    '2001:db8::1]:443',
    '2001:db8::g',
    '192.0.2.1-2001:db8::1',
    'a.tv',
    '::1]?example.com',
  ])('is not %j', (ip) => expect(isAddressRange(ip)).toBe(false))
})

describe('a refusal', () => {
  it.each([
    ['', 'host-empty'],
    ['a\u200bb.tv', 'host-control'],
    ['a.tv b.tv', 'host-space'],
    ['*.a.tv', 'host-wildcard'],
    ['a.tv/films', 'host-path'],
    ['a.tv:80', 'host-port'],
    ['me@a.tv', 'host-userinfo'],
    ['127.0.0.1', 'host-ip'],
    ['tvx', 'host-single-label'],
    ['printer.local', 'host-local'],
    ['co.uk', 'host-public-suffix'],
    [`${'a'.repeat(64)}.tv`, 'host-label-length'],
    [`${'a.'.repeat(130)}tv`, 'host-length'],
    ['a_b.tv', 'host-underscore'],
    ['a..tv', 'host-invalid'],
    ['a%2e.tv', 'host-invalid'],
    ['-a.tv', 'host-invalid'],
  ])('of %j is %s, and says what to do', (name, code) => {
    expect(normalizeHost(name)).toMatchObject({ ok: false, code, message: expect.stringMatching(/: \w/) })
  })
})

describe('normalizeUrl', () => {
  it('keeps path and query, drops the fragment and says so', () => {
    expect(normalizeUrl('HTTPS://Sites.Google.com/view/x?y=1#z')).toEqual({
      ok: true,
      url: 'https://sites.google.com/view/x?y=1',
      fragmentDropped: true,
    })
  })

  it.each([
    ['https://a.tv:8443', 'https://a.tv:8443/'],
    ['http://192.0.2.1/x', 'http://192.0.2.1/x'],
    ['http://0xC0000201/', 'http://192.0.2.1/'],
    ['http://[2001:DB8:0::1]:8080/x', 'http://[2001:db8::1]:8080/x'],
  ])('takes all of a port, and what lies on an IP address: %s', (input, url) =>
    expect(normalizeUrl(input)).toEqual({ ok: true, url, fragmentDropped: false }),
  )

  it('takes no whole site, whose port is that of its scheme', () => {
    for (const url of ['https://a.tv/', 'https://a.tv:443', 'http://a.tv:80/'])
      expect(normalizeUrl(url)).toMatchObject({ ok: false, code: 'url-without-path' })
  })

  it('keeps one of the spellings that are the same address', () => {
    for (const [input, url] of [
      ['https://a.tv/café', 'https://a.tv/caf%C3%A9'],
      ['https://a.tv/caf%c3%a9', 'https://a.tv/caf%C3%A9'],
      ['https://a.tv/%66il%6ds?%61=%7e%2d', 'https://a.tv/films?a=~-'],
      ['https://a.tv/a%2fb%3fc%23d%25e', 'https://a.tv/a%2Fb%3Fc%23d%25e'],
      ['https://a.tv/%2541', 'https://a.tv/%2541'],
      ['https://a.tv/100%?%4%31', 'https://a.tv/100%?%4%31'],
    ])
      expect(normalizeUrl(input!)).toMatchObject({ ok: true, url })
  })

  it('changes nothing the second time', long, () => {
    const tail = fc.array(fc.constantFrom('%', '%2', '%25', '%41', '%7e', '%c3', '%%', '4', '1', 'a', 'z', '.'))
    fc.assert(
      fc.property(tail, (parts) => {
        const first = normalizeUrl(`https://a.tv/x${parts.join('')}`)
        if (!first.ok) throw new Error(first.message)
        expect(normalizeUrl(first.url)).toEqual(first)
      }),
      { numRuns: share(50_000) },
    )
  })
})
