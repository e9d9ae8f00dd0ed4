import type { Page } from 'puppeteer-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { endBackground } from '../harness/background.mjs'
import { damage, type Damage } from '../harness/damage.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, until } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'

const order = 'user:old-order'

/** Each is one thing that is stored, damaged where all else is sound. */
const damages: [what: string, damage: Damage][] = [
  ['what is enforced is empty', { place: 'state', key: 'enforced', value: {} }],
  ['what is enforced is a number', { place: 'state', key: 'enforced', value: 5 }],
  ['what is enforced is gone', { place: 'state', key: 'enforced' }],
  ['the index is empty', { place: 'state', key: 'index', value: {} }],
  ['the index is gone', { place: 'state', key: 'index' }],
  [
    'the index names other sheets',
    { place: 'state', key: 'index', value: { digest: 'x', bucketCount: 1, orders: [], sums: [] } },
  ],
  ['the sheets of the index are gone', { place: 'buckets' }],
  ['the sheets of the index are numbers', { place: 'buckets', value: 5 }],
  ['the sheets of the index are blank', { place: 'buckets', value: ['', ''] }],
  ['the settings that hold are a number', { place: 'state', key: 'effective', value: 5 }],
  ['the settings that hold lack one', { place: 'state', key: 'effective', value: { settings: {}, issues: [] } }],
  ['the settings that hold are gone', { place: 'state', key: 'effective' }],
  ['the names in memory are a number', { place: 'state', key: 'names', value: 5 }],
  ['targets are gone', { place: 'targets', key: `${order}*` }],
  ['targets are no JSON', { place: 'targets', key: `${order}*`, value: '["old.exa' }],
  ['targets are a number', { place: 'targets', key: `${order}*`, value: 5 }],
  ['targets are too few', { place: 'targets', key: `${order}*`, value: '["old.example"]' }],
  ['a record is a number', { place: 'orders', key: order, value: 5 }],
  ['a record has nothing', { place: 'orders', key: order, value: { key: order } }],
  ['a record is gone', { place: 'orders', key: order }],
  ['a text is gone', { place: 'documents', key: order }],
  ['the register holds a number', { place: 'register', value: 5 }],
  ['the settings are a number', { place: 'state', key: 'settings', value: 5 }],
  ['a setting is an administrator’s: support', { place: 'state', key: 'settings', value: { supportUrl: 'x' } }],
  ['a setting is an administrator’s: exempt', { place: 'state', key: 'settings', value: { exemptHosts: 5 } }],
  [
    'a setting leaves the name open',
    {
      place: 'state',
      key: 'settings',
      value: { exemptHosts: [{ host: 'old.example', reason: 'me' }], protectedNames: ['old.example'] },
    },
  ],
  ['a setting is null', { place: 'state', key: 'settings', value: { engines: null, scope: 7, choices: 'x' } }],
  ['the reconciliations are a number', { place: 'local', key: 'reconciliations', value: 5 }],
  ['the managed values are a number', { place: 'state', key: 'managed', value: 5 }],
  ['what result pages find is a number', { place: 'local', key: 'search', value: 5 }],
  ['the search filter is a number', { place: 'state', key: 'search', value: 5 }],
  ['the copy for private windows is a number', { place: 'local', key: 'private/copied', value: 5 }],
  ['whether it was looked at is a number', { place: 'session', key: 'verified', value: 5 }],
]

inBrowsers('one damaged thing in %s', {}, ({ name, writ }) => {
  let own: Page
  beforeAll(async () => {
    own = await writ.openOwn('welcome')
    await importing('old-order', ['old.example', 'older.example'])
  })

  describe.each(damages)('%s', (what, one) => {
    const at = damages.findIndex(([other]) => other === what)

    it('keeps nothing else from being enforced, and what was is explained', async () => {
      await damage(own, one)
      if (name === 'chromium') await endBackground(writ)
      await explains('old.example', 'Title of old-order')
      await importing(`new-${at}`, [`new${at}.example`])
      const names = Array.from({ length: at + 1 }, (_, n) => `new${n}.example`)
      expect(await blocked()).toEqual(expect.arrayContaining(['old.example', 'older.example', ...names]))
      await explains(`new${at}.example`, `Title of new-${at}`)
    })
  })

  it('an order of which nothing sound is left is left out and named, and keeps none from being enforced', async () => {
    await damage(own, { place: 'targets', key: `${order}*` })
    await damage(own, { place: 'documents', key: order, value: 5 })
    await importing('last', ['last.example'])
    expect(await blocked()).toContain('last.example')
    const options = await writ.openOwn('options')
    await until(options, ({ text }) => text.includes('add it again'))
    const named = await options.$$eval('[data-issue=order-damaged]', (all) => all.map(({ textContent }) => textContent))
    expect(named.join()).toContain('old-order')
    await closeTab(options)
  })

  async function importing(id: string, targets: string[]): Promise<void> {
    const text = orderText({ id, title: `Title of ${id}`, targets })
    const answer = await own.evaluate(
      (message) => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>
        return (browser ?? chrome).runtime.sendMessage(message)
      },
      { ask: 'orders/import', request: { texts: [text] } },
    )
    expect(answer).toMatchObject({ done: { ok: true } })
  }

  /** The names in the rules that the browser holds. */
  async function blocked(): Promise<string[]> {
    const rules = await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>
      return (browser ?? chrome).declarativeNetRequest.getDynamicRules()
    })
    return rules.flatMap(({ condition: { requestDomains = [] } }) => requestDomains)
  }

  async function explains(host: string, title: string): Promise<void> {
    const page = await writ.openOwn('blocked', `#http://${host}/`)
    const seen: string[] = []
    const { text } = await until(page, (now) => seen.push(now.text) > 0 && now.text.includes(title))
    expect(text).toContain(title)
    expect(seen.filter((one) => one.includes('No court order concerns'))).toEqual([])
    await closeTab(page)
  }
})

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> }
  declarativeNetRequest: { getDynamicRules(): Promise<{ condition: { requestDomains?: string[] } }[]> }
}
