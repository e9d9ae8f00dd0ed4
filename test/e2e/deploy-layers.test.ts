import { expect, it } from 'vitest'
import { blockedBy, eventually, isOpen, order, whereDeployed } from '../harness/deployment.ts'
import type { Extension, Privileged } from '../harness/deployment.ts'
import { shown, until, visit, wait, type Launched } from '../harness/launch.mjs'

/** The layers that close the ways around an extension, each as a kit writes it. */
whereDeployed('layers in %s', (name, deployment) => {
  /** The tab in which the browser itself opened a blocked address, on the block page, and whether its window is private. */
  async function firstBlockPage(browser: Launched): Promise<{ text: string; isPrivate: boolean } | undefined> {
    const end = Date.now() + 30_000
    while (Date.now() < end) {
      for (const page of await browser.browser.pages()) {
        const { text, url } = await shown(page)
        if (!blockedBy('first-order')(text)) {
          // Chromium's own first tab may have been opened before the extension was there.
          if (url.startsWith('http')) void page.reload({ timeout: 5_000 }).catch(() => undefined)
          continue
        }
        const isPrivate = await page.evaluate(() => {
          const { browser, chrome } = globalThis as unknown as Record<string, Extension>
          return (browser ?? chrome)!.extension.inIncognitoContext
        })
        return { text, isPrivate }
      }
      await wait(300)
    }
    return undefined
  }

  it('private and guest windows are closed', async () => {
    const folder = deployment.policies({ orders: [order('first-order', ['first.example'])], disableFirstRunPage: true })
    if (name === 'firefox') {
      const page = await deployment.browsersPage(await deployment.start(folder))
      const possible = await page.evaluate(() => {
        const { ChromeUtils } = globalThis as unknown as Privileged
        return ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs').PrivateBrowsingUtils
          .enabled
      })
      expect(possible).toBe(false)
      return
    }
    for (const argument of ['--incognito', '--guest']) {
      const browser = await deployment.start(folder, { args: [argument], startUrl: 'http://first.example/' })
      expect(await firstBlockPage(browser)).toMatchObject({ isPrivate: false })
    }
  })

  it('private windows are covered, as configured', async () => {
    const settings = { orders: [order('first-order', ['first.example'])], disableFirstRunPage: true }
    const folder = deployment.policies(settings, { privateWindows: 'covered' })
    await eventually(await deployment.start(folder), 'http://first.example/', blockedBy('first-order'))
    const argument = name === 'chromium' ? '--incognito' : '-private-window'
    const browser = await deployment.start(folder, { args: [argument], startUrl: 'http://first.example/' })
    if (name === 'firefox') {
      expect(await firstBlockPage(browser)).toMatchObject({ isPrivate: true })
      return
    }
    const [tab] = await browser.browser.pages()
    void visit(tab!, 'http://other.example/')
    const { text } = await until(tab!, (now) => now.text.includes('To use Incognito'), 20_000)
    expect(text).toContain('your organization requires an extension')
  })

  it('the browser’s own list holds where extensions are switched off, and elsewhere the block page still explains', async () => {
    const settings = {
      orders: [order('first-order', ['first.example'])],
      exemptHosts: ['good.first.example Agreement'],
    }
    const folder = deployment.policies(settings, { failSafe: 'on' })
    const explaining = await deployment.start(folder)
    expect(await eventually(explaining, 'http://first.example/', blockedBy('first-order'))).toContain(
      'Order first-order',
    )
    if (name === 'firefox') return
    const before = deployment.internet.visits.length
    const without = await deployment.start(folder, { args: ['--disable-extensions'] })
    const tab = await without.browser.newPage()
    void visit(tab, 'http://first.example/')
    expect((await until(tab, ({ text }) => text !== '')).text).toContain('This page is blocked')
    expect(deployment.internet.visits.slice(before).filter(({ host }) => host === 'first.example')).toEqual([])
    expect(await eventually(without, 'http://good.first.example/', isOpen)).toBe('open: good.first.example')
  })
})
