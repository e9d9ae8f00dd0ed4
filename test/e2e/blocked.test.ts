import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import { ask } from '../harness/ask.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, press, until, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

const decision = { effect: 'orders', kind: 'judgment', court: 'A court', date: '2020-01-31', docket: 'RG 1/23' }

inBrowsers('the block page in %s', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    const contest = { text: 'Apply to the court', contact: 'greffe@court.example' }
    const shared = { decisions: [decision], contest }
    await importOrder(writ, {
      ...shared,
      id: 'wide-order',
      title: 'Wide',
      targets: ['a.example', 'other.example'],
      decisions: [{ ...decision, court: 'Wide court', date: '2020-02-29', docket: 'RG 2/34' }],
      legalBasis: [{ citation: 'Wide article' }],
    })
    await importOrder(writ, { ...shared, id: 'narrow-order', title: 'Narrow', targets: ['www.a.example'] })
    await importOrder(writ, { ...shared, id: 'spelled-order', title: 'Spelled', targets: ['xn--bcher-kva.example'] })
  })

  async function blockedAt(url: string, says: string): Promise<{ tab: Page; text: string }> {
    const tab = await writ.browser.newPage()
    void visit(tab, url)
    const { text } = await until(tab, (now) => now.text.includes(says))
    return { tab, text }
  }

  it('answers for the most specific of several orders and folds them all', async () => {
    const { tab, text } = await blockedAt('http://www.a.example/', 'Narrow')
    expect(text).toContain('Several orders name it (2)')
    const open = await tab.$$eval('details.card', (cards) => cards.map((card) => card.open))
    expect(open).toEqual([false, false])
    // What anyone may ask of a block is there to be read for each order, without a click.
    for (const part of ['Wide court', 'February 29, 2020', 'RG 2/34', 'Wide article']) expect(text).toContain(part)
    await closeTab(tab)
  })

  it('answers for the address that is behind the # now, not for the one before', async () => {
    const { tab } = await blockedAt('http://other.example/', 'Wide')
    await tab.evaluate(() => {
      location.hash = '#http://www.a.example/'
      location.hash = '#http://nobody.example/'
      location.hash = '#http://a.example/last'
    })
    const { text, title } = await until(tab, (now) => now.title.startsWith('a.example'))
    expect(title).toBe('a.example is blocked under a court order')
    expect(text).not.toContain('Narrow')
    await closeTab(tab)
  })

  it('shows a host in both its spellings', async () => {
    const { tab, text } = await blockedAt('http://bücher.example/', 'Spelled')
    expect(text).toMatch(/bücher\.example is blocked.*\n+xn--bcher-kva\.example/)
    await closeTab(tab)
  })

  it('works by the keyboard alone: the first stop goes back, the next ones change the choice and copy', async () => {
    const tab = await writ.open('http://open.example/before')
    void visit(tab, 'http://other.example/')
    await until(tab, (now) => now.text.includes('Wide'))
    await tab.bringToFront()
    await tab.keyboard.press('Tab')
    const stops = []
    for (let stop = 0; stop < 3; stop++) {
      stops.push(
        await tab.evaluate(
          () => (document.activeElement as HTMLElement).dataset['action'] ?? document.activeElement!.localName,
        ),
      )
      await tab.keyboard.press('Tab')
    }
    expect(stops).toEqual(['leave', 'summary', 'summary'])
    await tab.focus('[data-action=leave]')
    await tab.keyboard.press('Enter')
    expect((await until(tab, ({ text }) => text.startsWith('open:'))).text).toBe('open: open.example')
    await closeTab(tab)
  })

  it('says what became of copying', async () => {
    const { tab } = await blockedAt('http://other.example/', 'Wide')
    await press(tab, '.copy > summary')
    await press(tab, '[data-action=copy]')
    const { text } = await until(tab, (now) => /Copied|did not allow copying/.test(now.text))
    expect(text).toMatch(/Copied|did not allow copying/)
    await closeTab(tab)
  })

  it('drafts a new name for the publisher, and refuses what is none', async () => {
    const { tab } = await blockedAt('http://other.example/', 'Wide')
    await press(tab, '.wrong > summary')
    await press(tab, '.new-name > summary')
    await tab.type('.new-name [name=name]', 'nothing')
    await press(tab, '.new-name [value=text]')
    expect((await until(tab, ({ text }) => text.includes('That is not a site name'))).text).toContain(
      'That is not a site name',
    )
    const seen = await tab.$eval('.new-name [role=status]', (said) => {
      const { top, bottom } = said.getBoundingClientRect()
      return [said.textContent !== '', top >= 0, bottom <= innerHeight]
    })
    expect(seen).toEqual([true, true, true])
    await tab.type('.new-name [name=name]', '.example/path')
    await press(tab, '.new-name [value=json]')
    const { text } = await until(tab, (now) => /Copied|did not allow copying/.test(now.text))
    expect(text).toMatch(/Copied|did not allow copying/)
    await closeTab(tab)
  })

  it('speaks another language, stops applying the order where it is met, and takes that back', async () => {
    const { tab } = await blockedAt('http://other.example/choice', 'Wide')
    await press(tab, '[data-language=fr]')
    const french = await until(tab, ({ title }) => title.includes('est bloqué'))
    expect(french.text).toContain('Qui a décidé')
    expect(await tab.evaluate(() => document.documentElement.lang)).toBe('fr')
    await press(tab, '.change > summary')
    await press(tab, '[data-action=stop-applying]')
    await until(tab, ({ title }) => title === 'other.example n’est pas bloqué')
    await press(tab, '[data-action=undo]')
    expect((await until(tab, ({ title }) => title.includes('est bloqué'))).title).toContain('other.example est bloqué')
    await closeTab(tab)
  })

  it('says that an order is no longer applied while its page is open, and opens the site', async () => {
    const { tab } = await blockedAt('http://other.example/later', 'Wide')
    await ask(writ, 'orders/choose', { id: 'wide-order', choice: 'list' })
    const { text } = await until(tab, (now) => now.text.includes('other.example is not blocked'))
    expect(text).toContain('only lists it')
    await press(tab, '[data-action=open]')
    expect((await until(tab, (now) => now.text.startsWith('open:'))).text).toBe('open: other.example')
    await closeTab(tab)
  })

  it('asks the network for nothing, and refuses to be framed', async () => {
    const before = internet.visits.length
    const { tab } = await blockedAt('http://www.a.example/private', 'Narrow')
    const asked = await tab.evaluate(() => performance.getEntriesByType('resource').map(({ name: url }) => url))
    expect(asked.filter((url) => !url.startsWith(writ.origin))).toEqual([])
    expect(internet.visits.slice(before).filter(({ host }) => host.endsWith('a.example'))).toEqual([])
    internet.add(({ host }) =>
      host === 'framing.example'
        ? { body: `framing<iframe src="${writ.origin}/extension/pages/blocked/index.html#http://a.example/"></iframe>` }
        : undefined,
    )
    const framing = await writ.open('http://framing.example/')
    const inFrames = await Promise.all(
      framing.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? '').catch(() => '')),
    )
    expect(inFrames.join()).not.toContain('court order')
    for (const one of [tab, framing]) await closeTab(one)
  })

  it('that cannot show what is stored says that the block stands, and does not hide the error', async () => {
    await importOrder(writ, { id: 'broken-order', title: 'Broken', targets: ['broken.example'] })
    const own = await writ.openOwn('options')
    await own.evaluate(takeSourcesAway, 'user:broken-order')
    await closeTab(own)
    const tab = await writ.browser.newPage()
    void visit(tab, 'http://broken.example/')
    const { text } = await until(tab, (now) => now.text.includes('cannot show the reason'))
    expect(text).toContain('broken.example')
    // Firefox's driver tells of no rejection that nothing handles; the page does.
    const unhandled = tab.evaluate(
      () =>
        new Promise<string>((done) => {
          addEventListener('unhandledrejection', ({ reason }) => done(String(reason)))
          setTimeout(() => done('none'), 5000)
        }),
    )
    await press(tab, '[data-action=retry]')
    expect(await unhandled).toContain('TypeError')
    await closeTab(tab)
  })
})

/** Makes a record that no parser lets in, as a bug may. */
function takeSourcesAway(key: string): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('writ')
    opening.addEventListener('error', () => fail(opening.error!))
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('orders', 'readwrite')
      const orders = transaction.objectStore('orders')
      const reading = orders.get(key)
      reading.addEventListener('success', () => {
        delete reading.result.order.sources
        orders.put(reading.result, key)
      })
      transaction.addEventListener('complete', () => {
        opening.result.close()
        done()
      })
    })
  })
}
