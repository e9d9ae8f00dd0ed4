import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import { engines } from '../../src/search/engines.ts'
import { long, shareOf } from '../deep/share.ts'
import { linksOf, type FoundLink } from '../harness/found-links.ts'
import { hiddenOn } from '../harness/hidden-on.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit, wait } from '../harness/launch.mjs'
import { importOrder, saveSettings } from '../harness/orders.mjs'
import { changed, mentions, snapshotOf, type Snapshot } from '../harness/page-snapshot.ts'
import {
  addressOf,
  ownResultPages,
  type ResultPage,
  serveResultPages,
  sharedResultPages,
} from '../harness/result-pages.mjs'

const pages = [...ownResultPages(), ...sharedResultPages()]
/** Each covers other destinations. */
const seeds = shareOf(Array.from({ length: 10 }, (_, seed) => seed))

interface Row {
  page: string
  links: number
  covered: number
  hidden: number
  wrong: number
  left: number
  /** Whether the page is the same each time it is loaded: else its own scripts change it, and no change shows. */
  steady: boolean
}

/** A page without an order. */
interface Plain {
  links: FoundLink[]
  snapshot: Snapshot
  steady: boolean
}

inBrowsers('search results in %s', {}, ({ internet, writ }) => {
  const plain = new Map<string, Plain>()

  beforeAll(async () => {
    serveResultPages(internet, pages)
    await saveSettings(writ, { searxngInstances: ['search.instance.example'] })
    const tab = await writ.browser.newPage()
    for (const page of pages) {
      await load(tab, page)
      const first = await snapshotOf(tab)
      await load(tab, page)
      const snapshot = await snapshotOf(tab)
      plain.set(page.name, { links: await linksOf(tab, page), snapshot, steady: !changed(first, snapshot) })
    }
    await closeTab(tab)
  }, 300_000)

  it.for(seeds)('that lead to a covered site are hidden, and nothing else: seed %i', long, async (seed) => {
    const chosen = pages.flatMap((page) => pick(outsideHosts(plain.get(page.name)!.links), 3, seed))
    const targets = [...new Set(chosen)]
    const covers = (host: string) => targets.some((target) => host === target || host.endsWith(`.${target}`))
    await importOrder(writ, { id: 'results', version: seed + 1, targets, ack: targets, measures: [delist] })
    const tab = await writ.browser.newPage()
    const rows: Row[] = []
    const faults: string[] = []
    for (const page of pages) {
      const { snapshot, steady } = plain.get(page.name)!
      let links = await loadSettled(tab, page, covers)
      let now = await snapshotOf(tab)
      // A page's own scripts come sooner or later: what Writ changes is changed each time.
      const difference = () => (steady ? changed(snapshot, now) : undefined)
      for (let again = 0; difference() !== undefined && again < 5; again++) {
        links = await loadSettled(tab, page, covers)
        now = await snapshotOf(tab)
      }
      const covered = links.filter(({ hosts }) => hosts.some(covers))
      const left = covered.filter(({ box }) => box).map(({ address }) => `left ${address}`)
      const others = targets.filter((target) => !infrastructure(target))
      const leading = now.rendered.filter((value) => others.some((target) => mentions(value, target)))
      left.push(...leading.map((value) => `left by its text ${value.slice(0, 200)}`))
      // The one link to another site in a result whose title goes, goes with it.
      const goesWithTitle = (link: FoundLink) => {
        const beside = links.filter(({ result }) => result >= 0 && result === link.result)
        const elsewhere = beside.filter(({ outside, hosts }) => outside && !hosts.some(covers))
        return elsewhere.length === 1 && beside.some(({ title, hosts }) => title && hosts.some(covers))
      }
      // A menu that is closed, the same in each result, goes with its result.
      const seen = new Set(plain.get(page.name)!.links.flatMap(({ address, box }) => (box ? [address] : [])))
      const wrong = links
        .filter(({ hosts, outside, inHidden }) => inHidden && outside && !hosts.some(covers))
        .filter(({ address }) => seen.has(address))
        .filter((link) => !goesWithTitle(link))
        .map(({ address }) => `wrongly hidden ${address}`)
      const change = difference()
      faults.push(...[...left, ...wrong, ...(change ? [change] : [])].map((fault) => `${page.name}: ${fault}`))
      rows.push({
        page: page.name,
        links: links.length,
        covered: covered.length,
        hidden: links.filter(({ inHidden }) => inHidden).length,
        wrong: wrong.length,
        left: left.length,
        steady,
      })
    }
    console.table(rows)
    await closeTab(tab)
    expect(faults).toEqual([])
    expect(rows.filter(({ covered }) => covered === 0).map(({ page }) => page)).toEqual([])
  })

  it('show all the same pages again and again, most of them: else nothing was compared', () => {
    const steady = [...plain.values()].filter((one) => one.steady)
    expect(steady.length).toBeGreaterThan(ownResultPages().length - 3)
  })

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
    await expect.poll(() => hiddenOn(writ, addressOf(page))).toEqual(expected)
    await visit(tab, 'https://elsewhere.example/')
    expect(await hiddenOn(writ, 'https://elsewhere.example/')).toBe('nobody answers')
    await closeTab(tab)
  })
})

const delist = { kind: 'delist', addressees: ['Google'] }

/** The whole page: the largest are a megabyte. */
async function load(tab: Page, page: ResultPage): Promise<void> {
  await visit(tab, addressOf(page))
  while (await tab.evaluate(() => document.readyState === 'loading')) await wait(50)
}

/** The whole page, when the background has answered about its links, or after some seconds. */
async function loadSettled(tab: Page, page: ResultPage, covers: (host: string) => boolean): Promise<FoundLink[]> {
  await load(tab, page)
  const end = Date.now() + 3000
  for (;;) {
    const links = await linksOf(tab, page)
    if (Date.now() > end || !links.some(({ hosts, box }) => box && hosts.some(covers))) return links
    await wait(50)
  }
}

function outsideHosts(links: FoundLink[]): string[] {
  const hosts = links.filter(({ outside }) => outside).flatMap((link) => link.hosts)
  // An order names no single labels and no IP addresses.
  return [...new Set(hosts)].filter((host) => /\.[a-z][^.]*$/.test(host))
}

/** Hosts of the engines themselves: their pages mention them everywhere. */
function infrastructure(host: string): boolean {
  return engines.some(({ own }) => own.test(host)) || host === 'test.test'
}

/** Some of them, the same for the same seed. */
function pick(hosts: string[], count: number, seed: number): string[] {
  const left = [...hosts]
  return Array.from({ length: Math.min(count, left.length) }, (_, at) => {
    return left.splice(((seed + 1) * 7919 + at * 104_729) % left.length, 1)[0]!
  })
}
