import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linksOf, type FoundLink } from '../harness/found-links.ts'
import { startInternet, type Internet } from '../harness/internet.mjs'
import { closeTab, launch, visit, wait, type Launched } from '../harness/launch.mjs'
import { importOrder, saveSettings } from '../harness/orders.mjs'
import {
  addressOf,
  ownResultPages,
  type ResultPage,
  serveResultPages,
  sharedResultPages,
} from '../harness/result-pages.mjs'

const pages = [...ownResultPages(), ...sharedResultPages()]
/** `SEEDS=20` repeats with other choices of destinations. */
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 2) }, (_, seed) => seed)

interface Row {
  page: string
  links: number
  covered: number
  hidden: number
  wrong: number
  left: number
}

describe.each(['chromium', 'firefox'] as const)('search results in %s', (name) => {
  let internet: Internet
  let writ: Launched

  beforeAll(async () => {
    internet = await startInternet()
    serveResultPages(internet, pages)
    writ = await launch(name, { internet, language: 'en' })
    await saveSettings(writ, { searxngInstances: ['search.instance.example'] })
  })

  afterAll(async () => {
    await writ.close()
    await internet.close()
  })

  it.each(seeds)(
    'that lead to a covered site are hidden, and nothing else: seed %i',
    { timeout: 600_000 },
    async (seed) => {
      const chosen = new Map<string, string[]>()
      const tab = await writ.browser.newPage()
      for (const page of pages) {
        await load(tab, page)
        const hosts = outsideHosts(await linksOf(tab, page))
        chosen.set(page.name, pick(hosts, 3, seed))
      }
      const targets = [...new Set([...chosen.values()].flat())]
      await importOrder(writ, { id: 'results', version: seed + 1, targets, measures: [delist] })
      const rows: Row[] = []
      const faults: string[] = []
      for (const page of pages) {
        const covers = (host: string) => targets.some((target) => host === target || host.endsWith(`.${target}`))
        await load(tab, page)
        let links = await linksOf(tab, page)
        const unsettled = () => links.some(({ hosts, box }) => box && hosts.some(covers))
        for (let tries = 0; unsettled() && tries < 20; tries++) {
          await wait(50)
          links = await linksOf(tab, page)
        }
        const covered = links.filter(({ hosts }) => hosts.some(covers))
        const left = covered.filter(({ box }) => box)
        const wrong = links.filter(({ hosts, outside, inHidden }) => inHidden && outside && !hosts.some(covers))
        faults.push(...left.map(({ address }) => `${page.name}: left ${address}`))
        faults.push(...wrong.map(({ address }) => `${page.name}: wrongly hidden ${address}`))
        const hidden = links.filter(({ inHidden }) => inHidden).length
        rows.push({
          page: page.name,
          links: links.length,
          covered: covered.length,
          hidden,
          wrong: wrong.length,
          left: left.length,
        })
      }
      console.table(rows)
      await closeTab(tab)
      expect(faults).toEqual([])
      expect(rows.filter(({ covered }) => covered === 0).map(({ page }) => page)).toEqual([])
    },
  )

  it('are counted for the popup, by the order that hides them', async () => {
    const page = pages.find((one) => one.name === 'mojeek.web.html')!
    await importOrder(writ, { id: 'results', version: 1000, targets: ['films-one.example'], measures: [delist] })
    await importOrder(writ, { id: 'others', version: 1, targets: ['serials.test'], measures: [delist] })
    const tab = await writ.browser.newPage()
    await load(tab, page)
    const expected = {
      engine: 'mojeek',
      results: 2,
      orders: [
        ['results', 1],
        ['others', 1],
      ],
    }
    await expect.poll(() => hiddenOn(writ, addressOf(page)), { timeout: 5000 }).toEqual(expected)
    await visit(tab, 'https://elsewhere.example/')
    expect(await hiddenOn(writ, 'https://elsewhere.example/')).toBe('nobody answers')
    await closeTab(tab)
  })
})

/** What the script on the tab with this address answers to the popup's question. */
async function hiddenOn(writ: Launched, address: string): Promise<unknown> {
  const own = await writ.openOwn('options')
  const answer = await own.evaluate(async (url) => {
    const { browser, chrome } = globalThis as any
    const { tabs } = browser ?? chrome
    const tab = (await tabs.query({})).find((one: { url: string }) => one.url === url)
    return tabs.sendMessage(tab.id, { search: 'hidden' }, { frameId: 0 }).catch(() => 'nobody answers')
  }, address)
  await closeTab(own)
  return answer
}

const delist = { kind: 'delist', addressees: ['Google'] }

/** The whole page: the largest are a megabyte. */
async function load(tab: Page, page: ResultPage): Promise<void> {
  await visit(tab, addressOf(page))
  while (await tab.evaluate(() => document.readyState === 'loading')) await wait(50)
}

function outsideHosts(links: FoundLink[]): string[] {
  return [...new Set(links.filter(({ outside }) => outside).flatMap(({ hosts }) => hosts))].filter((host) =>
    host.includes('.'),
  )
}

/** Some of them, the same for the same seed. */
function pick(hosts: string[], count: number, seed: number): string[] {
  const left = [...hosts]
  return Array.from({ length: Math.min(count, left.length) }, (_, at) => {
    return left.splice(((seed + 1) * 7919 + at * 104_729) % left.length, 1)[0]!
  })
}
