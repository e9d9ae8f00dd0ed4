import { beforeAll, expect, it } from 'vitest'
import { ask } from '../harness/ask.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, press, until, visit } from '../harness/launch.mjs'
import { importOrders, orderText, saveSettings } from '../harness/orders.mjs'
import { popupOn, tabOf } from '../harness/popup.mjs'
import { addressOf, ownResultPages, serveResultPages } from '../harness/result-pages.mjs'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const dayIn = (days: number) => inDays(days).slice(0, 10)
const decision = { effect: 'orders', kind: 'judgment', court: 'A court', date: '2020-01-31', docket: 'RG 1/23' }
const later = (effect: string) => [decision, { ...decision, effect, date: '2021-02-03' }]
const block = { kind: 'block', addressees: ['A provider'] }

/** An order on `NAME.example`, as each state of the popup needs one. */
const orders: Record<string, Record<string, unknown>> = {
  blocked: { decisions: [decision], contest: { text: 'Apply to the court', contact: 'greffe@court.example' } },
  pending: { term: { until: '2090-01-01', served: dayIn(10) } },
  paused: { term: { until: '2090-01-01', windows: [{ start: inDays(2), end: inDays(3) }] } },
  ended: { term: { until: '2021-01-01' } },
  beyond: { term: { until: '2021-01-01' } },
  listed: {},
  suspended: { decisions: later('suspends') },
  lifted: { decisions: later('lifts') },
  delisted: { measures: [{ kind: 'delist', addressees: ['Google'] }] },
  limited: { targets: ['limited.example', { ip: '192.0.2.1' }] },
  wide: { targets: ['several.example'] },
  narrow: { targets: ['www.several.example'] },
  results: { targets: ['films-one.example'], measures: [block, { kind: 'delist', addressees: ['Google'] }] },
}

const texts = Object.entries(orders).map(([name, values]) =>
  orderText({ id: `${name}-order`, title: `Order ${name}`, targets: [`${name}.example`], ...values }),
)

inBrowsers('the popup in %s', {}, ({ internet, writ }) => {
  const result = ownResultPages().find((page) => page.name === 'mojeek.web.html')!

  beforeAll(async () => {
    serveResultPages(internet, [result])
    await importOrders(writ, texts)
    await ask(writ, 'orders/choose', { id: 'listed-order', choice: 'list' })
    await ask(writ, 'orders/choose', { id: 'beyond-order', choice: 'apply-beyond-term' })
  })

  async function popupAt(url: string, ending = url) {
    const tab = await writ.browser.newPage()
    void visit(tab, url)
    await until(tab, (now) => now.url.endsWith(ending) && now.text !== '')
    const said = await popupOn(writ, ending)
    await closeTab(tab)
    return said
  }

  it('leaves what the block page says to it, and says who applies it', async () => {
    const { state, text } = await popupAt('http://www.blocked.example/x')
    expect(state).toBe('blocked')
    for (const part of [
      'www.blocked.example is blocked under a court order',
      'because this browser is set to do so',
      'Not active in private windows',
    ])
      expect(text).toContain(part)
    // The whole explanation is in the tab already.
    expect(text).not.toContain('Full explanation')
  })

  it.each([
    ['pending', 'takes effect on'],
    ['paused', 'paused until'],
    ['ended', 'has expired (January 1, 2021)'],
    ['listed', 'only lists it'],
    ['suspended', 'suspended since February 3, 2021'],
    ['lifted', 'was lifted on February 3, 2021'],
    ['delisted', 'only removes the site from search results'],
  ])('%s', async (state, says) => {
    const said = await popupAt(`http://${state}.example/`)
    expect(said.state).toBe(state)
    expect(said.text).toContain(says)
    expect(said.text).toContain('is not blocked')
    expect(said.text).toContain('Full explanation')
  })

  it('beyond its term, by choice', async () => {
    const { state, text } = await popupAt('http://beyond.example/')
    expect(state).toBe('beyond-term')
    expect(text).toContain('still blocked, although the order has expired')
  })

  it('of several orders shows the most specific', async () => {
    const { text } = await popupAt('http://www.several.example/')
    expect(text).toContain('Order narrow')
    expect(text).toContain('1 more order concerns this site')
  })

  it('names the orders that are not enforced in full', async () => {
    expect((await popupAt('http://limited.example/')).text).toContain('Not enforced in full: Order limited')
  })

  it('elsewhere says that nothing concerns the site, and what is applied', async () => {
    const { state, text } = await popupAt('http://open.example/')
    expect(state).toBe('not-concerned')
    expect(text).toMatch(/\d orders are applied: \d+ names/)
    expect(text).not.toContain('private windows')
  })

  it('on a page of the browser has nothing to do', async () => {
    const tab = await writ.openOwn('welcome')
    expect((await popupOn(writ, '/welcome/index.html')).state).toBe('browser-page')
    await closeTab(tab)
  })

  it('on a result page counts what is hidden, by order, and says where nothing is', async () => {
    const address = addressOf(result)
    const tab = await writ.browser.newPage()
    await visit(tab, address)
    const hiding = await popupOn(writ, address, (text) => text.includes('1 result is hidden'))
    expect(hiding.state).toBe('search-page')
    expect(hiding.text).toContain('Order results')
    await saveSettings(writ, { engines: { mojeek: false } })
    await visit(tab, `${address}&again`)
    const off = await popupOn(writ, `${address}&again`)
    expect([off.state, off.text.includes('Results are not hidden on Mojeek')]).toEqual(['search-off', true])
    await saveSettings(writ, { engines: {} })
    await ask(writ, 'orders/choose', { id: 'results-order', choice: 'list' })
    await visit(tab, `${address}&nothing`)
    const none = await popupOn(writ, `${address}&nothing`, (text) => text.includes('No result is hidden'))
    expect(none.state).toBe('search-page')
    await closeTab(tab)
  })

  it('opens the whole explanation', async () => {
    const tab = await writ.open('http://ended.example/page')
    const popup = await writ.openOwn('popup', `?tab=${await tabOf(writ, '/page')}`)
    await press(popup, '[data-action=explain]')
    await expect.poll(() => tabOf(writ, '#http://ended.example/page')).toBeGreaterThan(0)
    for (const one of [tab, popup]) await closeTab(one)
  })

  it('says that the store does not answer, and that what is blocked stays blocked', async () => {
    const tab = await writ.open('http://open.example/unreadable')
    const tabId = await tabOf(writ, '/unreadable')
    const own = await writ.openOwn('options')
    const popup = await writ.browser.newPage()
    // A change of the database's version waits for every connection, and whoever opens it next waits for that.
    await own.evaluate(() => void indexedDB.open('writ', 99))
    await visit(popup, `${writ.origin}/extension/pages/popup/index.html?tab=${tabId}`)
    expect((await until(popup, ({ text }) => text.includes('cannot read its orders'))).text).toContain('stay blocked')
    void visit(tab, 'http://blocked.example/')
    expect((await until(tab, ({ text }) => text.includes('The site stays blocked'))).text).toContain('blocked.example')
  })
})

inBrowsers('the popup in %s, as its surroundings are', ({ start }) => {
  it('without access to websites asks for it', async () => {
    const writ = await start({ manifest: { host_permissions: [] } })
    await importOrders(writ, texts)
    const tab = await writ.open('http://open.example/')
    expect((await popupOn(writ, 'http://open.example/')).state).toBe('no-access')
    await visit(tab, 'http://pending.example/')
    const concerned = await popupOn(writ, 'http://pending.example/')
    expect([concerned.state, concerned.text.includes('Allow access to websites')]).toEqual(['pending', true])
    expect(concerned.text).toContain('needs access to websites to show the reason')
  })

  it('under a policy says so, and why a name is left open', async () => {
    const managed = {
      orders: [orderText({ id: 'policy-order', title: 'Order policy', targets: ['first.example', 'exempt.example'] })],
      exemptHosts: ['exempt.example Research agreement 12'],
    }
    const writ = await start({ managed })
    const tab = await writ.browser.newPage()
    void visit(tab, 'http://first.example/')
    const covered = await until(tab, ({ text }) => text.includes('Order policy'), 20_000)
    expect(covered.text).toContain('by your organisation, with Writ')
    const blocked = await popupOn(writ, '#http://first.example/')
    expect(blocked.text).toContain('Managed by your organisation')
    await visit(tab, 'http://exempt.example/')
    const open = await popupOn(writ, 'http://exempt.example/')
    expect([open.state, open.text.includes('Research agreement 12')]).toEqual(['exception', true])
  })
})
