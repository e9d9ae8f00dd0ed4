import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit } from '../harness/launch.mjs'
import { importOrder, saveSettings } from '../harness/orders.mjs'

/** A web page's process, taken over, has what the script on result pages has. */
inBrowsers('what the script on result pages reaches in %s', {}, ({ name, internet, writ }) => {
  it('no setting, no policy and no order lies where it can write', async () => {
    await importOrder(writ, { id: 'some-order', targets: ['some.example'] })
    await saveSettings(writ, { scope: 'addressed' })
    const own = await writ.openOwn('welcome')
    const keys = await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>
      return Object.keys(await (browser ?? chrome).storage.local.get(null))
    })
    await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>
      const change = { choices: { 'some-order': 'list' } }
      await (browser ?? chrome).storage.local.set({ 'private/change/forged': { change } })
    })
    await saveSettings(writ, { scope: 'every' })
    const change = await own.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>
      const stored = await (browser ?? chrome).storage.local.get('private/change/forged')
      return (stored as Record<string, object>)['private/change/forged']
    })
    // Chromium, which closes the area, takes it for a private window's.
    if (name === 'firefox') expect(change).toHaveProperty('change')
    await closeTab(own)
    if (name === 'firefox')
      expect(keys.filter((key) => !/^(search|reconciliations|private\/.*)$/.test(key))).toEqual([])
    expect(keys).not.toContain('lastManaged')
  })

  it.runIf(name === 'chromium')('only the filter is open to it, and what it writes there is put right', async () => {
    internet.add((seen) => (seen.host === 'www.google.com' ? { body: '<title>g</title><p>page</p>' } : undefined))
    const page = await writ.browser.newPage()
    await visit(page, 'https://www.google.com/search?q=x')
    const session = await page.createCDPSession()
    const worlds: { id: number; origin: string }[] = []
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
    await session.send('Runtime.enable')
    await expect.poll(() => worlds.some(isWrits)).toBe(true)
    const contextId = worlds.find(isWrits)!.id
    const inWorld = async (expression: string): Promise<unknown> => {
      const options = {
        contextId,
        expression: `(async () => ${expression})()`,
        awaitPromise: true,
        returnByValue: true,
      }
      return (await session.send('Runtime.evaluate', options)).result.value
    }
    for (const area of ['local', 'managed', 'sync'])
      expect(await inWorld(`chrome.storage.${area}.get(null).catch(({ message }) => message)`)).toContain('not allowed')
    expect(await inWorld('Object.keys(await chrome.storage.session.get(null)).sort()')).toEqual([
      'lookedAfter',
      'search',
      'verified',
    ])
    const filter = 'JSON.stringify((await chrome.storage.session.get("search")).search)'
    const before = await inWorld(filter)
    expect(before).not.toContain('some.example')
    await inWorld(
      'chrome.storage.session.set({ search: { ...(await chrome.storage.session.get("search")).search, engines: [] } })',
    )
    await expect.poll(() => inWorld(filter), { timeout: 10_000 }).toBe(before)
  })
})

function isWrits({ origin }: { origin: string }): boolean {
  return origin.startsWith('chrome-extension://')
}

interface Api {
  storage: { local: { get(keys: string | null): Promise<object>; set(items: object): Promise<void> } }
}
