import { describe, expect, it } from 'vitest'
import { defaults } from '../../../src/policy/settings.ts'
import { readKeptSettings, readUserSettings } from '../../../src/policy/user-settings.ts'

describe('what a person wants to set', () => {
  it('is taken as a policy is: hosts as the URL standard writes them', () => {
    const wanted = { afterTerm: 'continue', neverContact: true, engines: { bing: false }, scope: 'addressed' }
    const instances = {
      searxngInstances: [
        'Search.Example.ORG.',
        'searx',
        'localhost',
        '192.0.2.8',
        'https://search.example/',
        'a.example:8443',
      ],
    }
    expect(readUserSettings({ ...wanted, ...instances }, [])).toEqual({
      taken: {
        ...wanted,
        searxngInstances: ['search.example.org', 'searx', 'localhost', '192.0.2.8', 'search.example', 'a.example'],
      },
      issues: [],
    })
  })

  it.each([
    [{ afterTerm: 'sometimes' }, 'setting-value', 'afterTerm'],
    [{ neverContact: 'yes' }, 'setting-value', 'neverContact'],
    [{ engines: { google: 'off' } }, 'setting-value', 'engines.google'],
    [{ engines: { Google: false } }, 'setting-value', 'engines.Google'],
    [{ engines: { altavista: false } }, 'setting-value', 'engines.altavista'],
    [{ searxngInstances: ['a.example', '*.example'] }, 'setting-value', 'searxngInstances[1]'],
    [{ colour: 'red' }, 'unknown-setting', 'colour'],
    [{ constructor: true }, 'unknown-setting', 'constructor'],
    [{ scope: 'every' }, 'setting-locked', 'scope'],
  ])('is refused at its place, and the rest is taken: %j', (wrong, code, path) => {
    const { taken, issues } = readUserSettings({ ...wrong, afterTerm: 'continue', ...wrong }, ['scope'])
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
    if (path !== 'afterTerm') expect(taken.afterTerm).toBe('continue')
  })

  it('is nothing that is for an administrator to say', () => {
    const { choices: _, ...every } = defaults
    const { taken, issues } = readUserSettings({ ...every, orders: [], bundledOrders: [], choices: {} }, [])
    expect(Object.keys(taken)).toEqual(['afterTerm', 'neverContact', 'engines', 'scope', 'searxngInstances'])
    expect(issues.filter(({ code }) => code === 'setting-not-yours').map(({ path }) => path)).toEqual([
      'disableFirstRunPage',
      'allowUserOrders',
      'supportName',
      'supportContact',
      'supportUrl',
      'protectedNames',
      'exemptHosts',
      'acknowledge',
      'feeds',
      'acceptUpdates',
    ])
  })

  it.each([null, [], 'a text', 3])('%j sets nothing', (wanted) =>
    expect(readUserSettings(wanted, [])).toEqual({ taken: {}, issues: [] }),
  )
})

describe('what a person has set, as it was kept', () => {
  it.each([
    [undefined, {}],
    [
      { scope: 'addressed', choices: { a: 'apply' } },
      { scope: 'addressed', choices: { a: 'apply' } },
    ],
  ])('%j is taken', (kept, settings) =>
    expect(readKeptSettings(kept)).toEqual({ settings: { choices: {}, ...settings }, issues: [] }),
  )

  it.each([
    [5, 'settings-shape'],
    [{ engines: null }, 'setting-value'],
    [{ choices: { a: 'never' } }, 'setting-value'],
    [{ exemptHosts: [{ host: 'some.example', reason: 'me' }] }, 'setting-not-yours'],
    [{ supportUrl: 'x' }, 'setting-not-yours'],
    [{ allowUserOrders: true }, 'setting-not-yours'],
  ])('%j is not, and is said', (kept, code) => {
    const { settings, issues } = readKeptSettings(kept)
    expect(settings).toEqual({ choices: {} })
    expect(issues).toMatchObject([{ code }])
  })
})

it('a feed that a person follows is read as it was kept', () => {
  const feeds = [{ addresses: ['https://a.example/feed/', 'https://b.example/'], root: '5f'.repeat(32) }]
  expect(readKeptSettings({ feeds })).toMatchObject({ settings: { feeds }, issues: [] })
  expect(readKeptSettings({ feeds: [...feeds, { addresses: 'x' }] }).settings.feeds).toEqual(feeds)
})
