import { beforeEach, expect, it } from 'vitest'
import { ask } from '../harness/ask.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

const films = ['one', 'two', 'three', 'four'].map((name) => ({ url: `http://shared.example/${name}` }))

/** As where a person clears the site's data: the rules are a cache, and go with what they were made from. */
inBrowsers('where the database is lost, in %s', {}, ({ writ }) => {
  beforeEach(async () => {
    await importOrder(writ, { id: 'url-order', title: 'URL order', targets: films })
    expect(await on(heldRules)).toHaveLength(1 + 4 * films.length)
  })

  /** Does something in the extension's own page. */
  async function on<T>(work: () => Promise<T>): Promise<T> {
    const page = await writ.openOwn('options')
    const result = await page.evaluate(work)
    await closeTab(page)
    return result
  }
  const nothingIsLeft = async () => {
    await expect.poll(() => on(heldRules)).toEqual([])
    const tab = await writ.browser.newPage()
    expect((await visit(tab, 'http://shared.example/four')).text).toBe('open: shared.example')
    await closeTab(tab)
  }

  it('a new start leaves none of its rules', async () => {
    await on(emptyDatabase)
    await writ.install()
    await nothingIsLeft()
  })

  it('the next change leaves none either, without a start', async () => {
    await on(emptyDatabase)
    await ask(writ, 'settings/save', {})
    await nothingIsLeft()
  })

  it('rules whose marker is gone are not left', async () => {
    await on(async () => {
      const { browser, chrome } = globalThis as unknown as Record<string, Api>
      await (browser ?? chrome)!.declarativeNetRequest.updateDynamicRules({ removeRuleIds: [1] })
    })
    await on(emptyDatabase)
    await writ.install()
    await nothingIsLeft()
  })
})

/** The part of the extension's own browser that is asked here. */
interface Api {
  declarativeNetRequest: {
    getDynamicRules(): Promise<{ id: number }[]>
    updateDynamicRules(change: { removeRuleIds: number[] }): Promise<void>
  }
}

async function heldRules(): Promise<number[]> {
  const { browser, chrome } = globalThis as unknown as Record<string, Api>
  return (await (browser ?? chrome)!.declarativeNetRequest.getDynamicRules()).map(({ id }) => id)
}

function emptyDatabase(): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('writ')
    opening.addEventListener('error', () => fail(opening.error!))
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction([...opening.result.objectStoreNames], 'readwrite')
      for (const store of transaction.objectStoreNames) transaction.objectStore(store).clear()
      transaction.addEventListener('complete', () => {
        opening.result.close()
        done()
      })
    })
  })
}
