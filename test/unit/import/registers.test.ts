import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profileOf } from '../../../src/import/profiles.ts'
import refused from '../../fixtures/registers/refused.json' with { type: 'json' }
import table from '../../fixtures/registers/table.json' with { type: 'json' }
import { judged } from './judged.ts'

interface Row {
  said?: { urls?: string; profile?: string }
  format: string
  encoding: string
  profile?: string
  /** A class that is not named has no entry. */
  counts: Record<string, number>
}

const folder = 'test/fixtures/registers/files'
const none = { taken: 0, duplicate: 0, covered: 0, lifted: 0, refused: 0, held: 0, other: 0 }

function read(path: string, { said }: Pick<Row, 'said'> = {}) {
  const profile = said?.profile === undefined ? {} : { profile: profileOf(said.profile)! }
  return judged(readFileSync(path), profile, { urlsAsDomains: said?.urls === 'as-domains' })
}

describe('a register', () => {
  it('has a row in one of the tables', () => {
    expect(Object.keys({ ...table, ...refused }).toSorted()).toEqual(readdirSync(folder).toSorted())
  })

  it.each(Object.entries(table as Record<string, Row>))('%s gives exactly its counts', (file, row) => {
    const { read: as, judged } = read(`${folder}/${file}`, row)
    const { format, encoding, profile } = row
    expect(as).toMatchObject({ ok: true, value: { format, encoding, ...(profile === undefined ? {} : { profile }) } })
    expect(judged.counts, JSON.stringify(judged.items, null, 1)).toEqual({ ...none, ...row.counts })
    expect(judged.items.length).toBe(Object.values(judged.counts).reduce((a, b) => a + b) - judged.counts.taken)
  })

  it.each(Object.entries(refused))('%s is refused whole: %s', (file, code) => {
    expect(read(`${folder}/${file}`).read).toMatchObject({ ok: false, issues: [{ code }] })
  })
})

/** Whole lists, where they lie beside the project. */
const lists = '../shared/lists'

describe.runIf(existsSync(lists))('a whole list', () => {
  it.each([
    ['cz-mfcr-blacklist.txt', { taken: 721 }],
    ['cz-mfcr-v70.csv', { taken: 721, lifted: 22 }],
    ['general-blp-piracy.hosts', { taken: 1166, covered: 988 }],
    ['general-blp-piracy.dnsmasq', { taken: 1166, covered: 988 }],
    ['general-blp-piracy.adblock', { taken: 1166, covered: 988 }],
    ['general-blp-piracy.domains', { taken: 1166, covered: 988 }],
    ['ru-refilter-domains_all.lst', { taken: 79_451, covered: 6677, refused: 12 }],
    ['ua-ukrcom-domains.list', { taken: 52_002, duplicate: 4, covered: 841, refused: 17, held: 17 }],
  ])('%s', (file, counts) => expect(read(`${lists}/${file}`).judged.counts).toEqual({ ...none, ...counts }))
})
