import { beforeAll, expect, it } from 'vitest'
import { hiddenOn } from '../harness/hidden-on.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit, wait } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { addressOf, blockPages, serveResultPages } from '../harness/result-pages.mjs'

const pages = blockPages()

inBrowsers('in %s, the whole result goes, and only it', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    serveResultPages(internet, pages)
    const measures = [{ kind: 'delist', addressees: ['Google'] }]
    await importOrder(writ, { id: 'covering', targets: ['films-one.example'], measures })
  })

  it.each(pages)('$name', async (page) => {
    const tab = await writ.browser.newPage()
    await visit(tab, addressOf(page))
    const seen = () =>
      tab.evaluate(() => {
        // What shows no box of its own shows its parts'.
        const isSeen = (one: Element): boolean => one.getClientRects().length > 0 || [...one.children].some(isSeen)
        const those = (selector: string, are: boolean) =>
          [...document.querySelectorAll(selector)]
            .filter((one) => isSeen(one) === are)
            .map(({ outerHTML }) => outerHTML.replaceAll(/\s+/g, ' ').slice(0, 120))
        const notice = document.querySelector('[data-writ=notice]')
        const texts = (name: string, are: boolean) =>
          [...document.querySelectorAll<HTMLMetaElement>(`meta[name=${name}]`)]
            .map(({ content }) => content)
            .filter((text) => document.body.innerText.includes(text) === are)
        const below = document.querySelector('[data-notice]') ?? notice?.nextElementSibling
        return {
          left: [...those('[data-goes]', true), ...texts('unseen', true)],
          gone: [...those('[data-stays]', false), ...texts('seen', false)],
          notice: notice !== null && isSeen(notice) && notice.nextElementSibling === below,
        }
      })
    const expected = { left: [], gone: [], notice: true }
    await expect.poll(seen).toEqual(expected)
    // Nor does more disappear later.
    await wait(100)
    expect(await seen()).toEqual(expected)
    const hidden = /<meta name="hidden" content="(\d+)"/.exec(page.body)?.[1]
    expect(await hiddenOn(writ, addressOf(page))).toMatchObject({ results: Number(hidden) })
    await closeTab(tab)
  })
})
