import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeHost, normalizeUrl } from '../../../src/order/hostname.ts'

describe('normalizeHost', () => {
  it('gives what the URL standard gives, or a reason; never throws, and changes nothing the second time', () => {
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
      { numRuns: 2000 },
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

describe('normalizeUrl', () => {
  it('keeps path and query, drops the fragment and says so', () => {
    expect(normalizeUrl('HTTPS://Sites.Google.com/view/x?y=1#z')).toEqual({
      ok: true,
      url: 'https://sites.google.com/view/x?y=1',
      fragmentDropped: true,
    })
  })
})
