import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeHost, normalizeUrl } from '../../../src/order/hostname.ts'
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
