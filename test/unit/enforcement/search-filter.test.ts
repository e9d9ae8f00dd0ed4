import { expect, it } from 'vitest'
import { searchFilter } from '../../../src/enforcement/search-filter.ts'
import { mayCover } from '../../../src/names/name-filter.ts'
import { defaults, type Settings } from '../../../src/policy/settings.ts'
import { engines } from '../../../src/search/engines.ts'
import { keptOrders } from './records.ts'

const now = Date.parse('2020-06-01T12:00:00Z')
const delist = { kind: 'delist', addressees: ['Google Inc.'] }
const block = { kind: 'block', addressees: [] }
const over = (kept: ReturnType<typeof keptOrders>, settings: Partial<Settings> = {}) =>
  searchFilter(kept.records, { settings: { ...defaults, ...settings }, now, last: null }, kept.targets)

const hiding = () =>
  keptOrders({ values: { measures: [delist], targets: ['a.example', { url: 'https://c.example/films' }] } })

it('result pages learn the names of orders on search results, of single addresses the host', async () => {
  const { filter, engines: on } = (await over(hiding()))!
  for (const name of ['a.example', 'c.example']) expect(mayCover(filter, name)).toBe(true)
  expect(mayCover(filter, 'b.example')).toBe(false)
  expect(on).toEqual(engines.map(({ id }) => id))
})

it('names that are only blocked, or do not count now, are left out', async () => {
  const targets = ['a.example', { domain: 'lifted.example', liftedOn: '2020-05-01' }]
  const values = {
    measures: [
      { ...delist, targets },
      { ...block, targets: ['blocked.example'] },
    ],
  }
  const { filter } = (await over(keptOrders({ values })))!
  for (const name of ['lifted.example', 'blocked.example']) expect(mayCover(filter, name)).toBe(false)
})

it('an order that is not applied hides nothing, and no target is read', async () => {
  const kept = keptOrders({ values: { measures: [delist], term: { until: '2020-02-01' } } })
  expect((await over(kept))!.engines).toEqual([])
  expect(kept.asked).toEqual([])
})

it('an engine that is switched off is left out, and any that no order addresses where that is asked', async () => {
  expect((await over(hiding(), { engines: { google: false } }))!.engines).not.toContain('google')
  expect((await over(hiding(), { scope: 'addressed' }))!.engines).toEqual(['google'])
})

it('nothing is made, and no target read, where it would be the same', async () => {
  const last = (await over(hiding()))!
  const kept = hiding()
  const again = { settings: defaults, now: now + 1, last }
  expect(await searchFilter(kept.records, again, kept.targets)).toBeUndefined()
  expect(kept.asked).toEqual([])
})
