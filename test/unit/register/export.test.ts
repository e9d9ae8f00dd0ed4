import { describe, expect, it } from 'vitest'
import type { RegisterEntry } from '../../../src/register/entry.ts'
import { localTime, registerCsv, registerJson } from '../../../src/register/export.ts'

const entry: RegisterEntry = {
  at: Date.parse('2026-07-01T12:05:09.250Z'),
  event: 'applied',
  order: 'fr-tgi-paris-11-60013',
  version: 2,
  digest: 'ab12',
  provenance: 'policy',
  beyondTerm: true,
  targets: 16,
}

describe('the register as CSV', () => {
  it('has a header, both times, and what was applied', () => {
    expect(registerCsv([entry], { timeZone: 'Europe/Paris' })).toBe(
      'time_utc,time_local,event,beyond_term_by_choice,order,version,sha256,provenance,targets,feed,feed_root_sha256,feed_version\r\n' +
        '2026-07-01T12:05:09.250Z,2026-07-01T14:05:09+02:00,applied,yes,fr-tgi-paris-11-60013,2,ab12,policy,16,,,\r\n',
    )
  })

  it('says by which feed, and which version of it, an order came', () => {
    const feed = { root: '5f0c', address: 'https://feed.example/', version: 12 }
    expect(registerCsv([{ ...entry, provenance: 'feed', feed }], { timeZone: 'UTC' })).toContain(
      ',feed,16,https://feed.example/,5f0c,12\r\n',
    )
  })

  it.each(['=HYPERLINK("http://a")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('leaves no formula: %j', (order) => {
    const [, line] = registerCsv([{ ...entry, order }], { timeZone: 'UTC' }).split(/(?<=[a-z])\r\n/)
    expect(line).toMatch(/applied,yes,"?'/)
    expect(line).toContain(order.replaceAll('"', '""'))
  })

  it('quotes what would end a cell', () => {
    expect(registerCsv([{ ...entry, order: 'a,"b"\nc' }], { timeZone: 'UTC' })).toContain(',"a,""b""\nc",2,')
  })
})

describe('the register as JSON', () => {
  it('says whose clock, which version, and holds every entry', () => {
    const read = JSON.parse(registerJson([entry], { at: entry.at, timeZone: 'Asia/Kolkata', version: '1.2.3' }))
    expect(read).toMatchObject({ format: 'writ-register/1', extensionVersion: '1.2.3', timeZone: 'Asia/Kolkata' })
    expect(read.entries).toEqual([
      {
        timeUtc: '2026-07-01T12:05:09.250Z',
        timeLocal: '2026-07-01T17:35:09+05:30',
        event: 'applied',
        order: 'fr-tgi-paris-11-60013',
        version: 2,
        digest: 'ab12',
        provenance: 'policy',
        beyondTerm: true,
        targets: 16,
      },
    ])
  })
})

describe('local time', () => {
  it.each([
    ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00+00:00'],
    ['2026-01-01T00:00:00Z', 'America/New_York', '2025-12-31T19:00:00-05:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Paris', '2026-10-25T02:30:00+01:00'],
  ])('%s in %s is %s', (iso, zone, local) => expect(localTime(Date.parse(iso), zone)).toBe(local))
})
