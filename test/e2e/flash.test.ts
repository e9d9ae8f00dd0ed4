import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import { long, share, shareOf } from '../deep/share.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, wait, type LaunchOptions, type Launched } from '../harness/launch.mjs'
import { importOrder, saveSettings } from '../harness/orders.mjs'
import { addressOf, ownResultPages, type ResultPage, serveResultPages } from '../harness/result-pages.mjs'
import { failingOnce, unanswered, withWatcher, type Report } from '../harness/watch-frames.mjs'

/** Loads of each kind. */
const runs = share(20)
const sites = ['films-one.example', 'constructor.io']
const words = [...sites, 'Title 0', 'Title 5', 'Snippet 0', 'Snippet 5', 'Picture 0', 'Picture 5']
const own = ownResultPages()
const pages = [...own, addingBeforeFrames(own.find(({ name }) => name === 'google.web.html')!)].map((page) => ({
  ...page,
  body: withWatcher(page.body, words),
}))
/** Every engine's usual page, and what it has beside. */
const [usual, others] = [true, false].map((is) => pages.filter(({ name }) => /\.(?:web|adding)\./.test(name) === is))
const pageOf = (name: string) => pages.find((page) => page.name === name)!
const delist = { kind: 'delist', addressees: ['Google'] }
const slowly = { pieces: 20, pause: 15 }

inBrowsers('a covered result in %s', ({ name, internet, start }) => {
  beforeAll(() => serveResultPages(internet, pages, slowly))

  /** A browser whose background sleeps as soon as it may, and whose orders on search results cover so many names. */
  async function started(domains: number, options: LaunchOptions = {}): Promise<Launched> {
    const writ = await start({
      preferences: { 'extensions.background.idle.timeout': 1500 },
      ...options,
    })
    await saveSettings(writ, { searxngInstances: ['search.instance.example'] })
    const fillers = Array.from({ length: domains - sites.length }, (_, at) => `filler-${at}.example`)
    if (domains > 0) await importOrder(writ, { id: 'covering', targets: [...sites, ...fillers], measures: [delist] })
    return writ
  }

  it('is never painted, on any engine', long, async () => {
    const writ = await started(16)
    const tab = await writ.browser.newPage()
    // The background is just at work: it has to be awake, and done.
    await watched(tab, pages[0]!, 2000)
    const faults: string[] = []
    for (const page of [...usual!, ...shareOf(others!)]) {
      const report = await watched(tab, page)
      faults.push(...report.flashes.map((flash) => `${page.name}: ${flash}`))
      if (report.framesWithCovered < 3 || report.others === 0) faults.push(`${page.name}: ${JSON.stringify(report)}`)
    }
    expect(faults).toEqual([])
  })

  it.for([0, 16, 100_000])('is never painted with %i names', long, async (domains, { annotate }) => {
    const writ = await started(domains)
    const reports: Report[] = []
    for (const asleep of [false, true])
      for (let run = 0; run < runs; run++) {
        const tab = await writ.browser.newPage()
        if (asleep) await putToSleep(writ)
        reports.push(await watched(tab, pageOf('google.web.html')))
        await closeTab(tab)
      }
    const flashes = reports.flatMap((report) => report.flashes)
    await annotate(`${reports.length} loads, ${flashes.length} flashes`)
    if (domains > 0) expect(flashes).toEqual([])
    // Without an order they are as visible as the others: the watcher sees what is there.
    else expect(reports.filter((report) => report.flashes.length === 0)).toEqual([])
    for (const { framesWithCovered, others } of reports) {
      expect(framesWithCovered).toBeGreaterThan(3)
      expect(others).toBeGreaterThan(10)
    }
  })

  it('would be seen if the stylesheet did not hold it', { timeout: 120_000 }, async () => {
    const css = '[data-writ=hidden] { display: none !important }'
    const writ = await started(16, { files: { 'extension/content/search.css': css } })
    const tab = await writ.browser.newPage()
    await putToSleep(writ)
    const report = await watched(tab, pageOf('google.web.html'))
    expect(report.flashes).not.toEqual([])
  })

  it('is hidden after all when the first question fails', { timeout: 120_000 }, async () => {
    const writ = await started(16, { files: { 'extension/content/search.js': failingOnce(name) } })
    const tab = await writ.browser.newPage()
    await watched(tab, pageOf('google.web.html'))
    const seen = () => tab.evaluate(() => document.body.innerText)
    await expect.poll(seen, { timeout: 20_000 }).not.toContain('Title 0')
    expect(await seen()).toContain('Title 1')
  })

  it.each([
    ['the script dies while the page is held', `document.documentElement.setAttribute('data-writ', 'reading')`],
    ['nobody answers', unanswered(name)],
  ])('appears by the stylesheet alone when %s', async (_failure, script) => {
    const writ = await started(16, { files: { 'extension/content/search.js': script } })
    const tab = await writ.browser.newPage()
    await watched(tab, pageOf('google.web.html'))
    await expect.poll(async () => (await reportOf(tab)).order, { timeout: 60_000 }).toContain('seen')
    const { order } = await reportOf(tab)
    // It was held, and nothing was seen before the stylesheet let go: `npm run bench search-pages` measures after how long.
    expect(order[0]).toBe('held')
    expect(order.slice(0, order.indexOf('seen'))).toContain('let go')
  })
})

/** A page whose own callbacks add results in the frames in which it is parsed, after Writ's. */
function addingBeforeFrames(page: ResultPage): ResultPage {
  const add = () => document.body.insertAdjacentHTML('beforeend', '<p><a href="https://films-one.example/">Title 0</a>')
  const script = `<script>requestAnimationFrame(${add.toString()})</script>`
  const body = page.body.replaceAll('<div class="MjjYud">', `${script}$&`)
  return { ...page, name: 'google.adding.html', body }
}

/** Loads a page that comes slowly, and tells what was seen meanwhile and in the next `ms`. */
async function watched(tab: Page, page: ResultPage, ms = 300): Promise<Report> {
  for (let tries = 0; ; tries++) {
    await tab.bringToFront()
    await tab.goto(addressOf(page), { waitUntil: 'load', timeout: 20_000 })
    await wait(ms)
    const report = await reportOf(tab)
    // A new installation brings its welcome page to the front at its own time: a page behind it is not painted at all.
    if (report.frames > 0 || tries === 3) return report
  }
}

function reportOf(tab: Page): Promise<Report> {
  return tab.evaluate(() => (globalThis as unknown as { report(): Report }).report())
}

/** Ends the background, as the browser does when it had nothing to do. */
async function putToSleep({ browser, name }: Launched): Promise<void> {
  if (name === 'firefox') return wait(2500)
  const target = browser.targets().find((one) => one.type() === 'service_worker')
  await (await target?.worker())?.close()
}
