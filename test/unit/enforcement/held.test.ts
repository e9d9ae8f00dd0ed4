import { describe, expect, it } from 'vitest'
import { plan } from '../../../src/enforcement/plan.ts'
import { searchFilter } from '../../../src/enforcement/search-filter.ts'
import { mayCover } from '../../../src/names/name-filter.ts'
import { readPolicy } from '../../../src/policy/policy.ts'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { defaults, type Settings } from '../../../src/policy/settings.ts'
import { capabilities } from '../../../src/rules/capabilities.ts'
import { digestOf } from '../../../extension/store/digest.ts'
import { keptOrders } from './records.ts'

const now = Date.parse('2020-06-01T12:00:00Z')
const measures = ['block', 'delist'].map((kind) => ({ kind, addressees: [] }))
const kept = () => keptOrders({ values: { measures, targets: ['covered.example', 'youtube.com'] } })

/** The settings under a policy. */
function settingsOf(managed: object): Settings {
  const { settings, issues } = readPolicy(managed, parseOrderText)
  expect(issues).toEqual([])
  return { ...defaults, ...settings }
}

async function planned(settings: Settings) {
  const { records, targets } = kept()
  const given = { settings, remembered: undefined, page: undefined, capabilities: capabilities.chrome, now }
  const { update, after } = await plan({ orders: records, ...given }, targets, digestOf)
  return { names: update!.rules.flatMap(({ condition }) => condition.requestDomains ?? []), after }
}

async function filtered(settings: Settings) {
  const { records, targets } = kept()
  const { filter } = (await searchFilter(records, { settings, now, last: null }, targets))!
  return ['covered.example', 'youtube.com'].filter((name) => mayCover(filter, name))
}

const acknowledged = { acknowledge: ['test-order youtube.com'] }

describe('an entry that is held', () => {
  it('is in no rule, and the others of its order are', async () => {
    const { names, after } = await planned(defaults)
    expect(names).toContain('covered.example')
    expect(names).not.toContain('youtube.com')
    expect(after.domains).toBe(1)
  })

  it('hides no search result', async () => expect(await filtered(defaults)).toEqual(['covered.example']))

  it('is enforced once an administrator acknowledges it by name, in that order', async () => {
    const { names, after } = await planned(settingsOf(acknowledged))
    expect(names).toContain('youtube.com')
    expect(after.fingerprint).not.toBe((await planned(defaults)).after.fingerprint)
    expect((await planned(settingsOf({ acknowledge: ['other-order youtube.com'] }))).names).not.toContain('youtube.com')
    expect(await filtered(settingsOf(acknowledged))).toEqual(['covered.example', 'youtube.com'])
  })
})
