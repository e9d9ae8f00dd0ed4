import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, wait, type LaunchOptions, type Launched } from '../harness/launch.mjs'
import { importOrder, saveSettings } from '../harness/orders.mjs'
import { addressOf, ownResultPages, type ResultPage, serveResultPages } from '../harness/result-pages.mjs'
import { unanswered, withWatcher, type Report } from '../harness/watch-frames.mjs'

/** `RUNS=20` repeats each. */
const runs = Number(process.env['RUNS'] ?? 2)
const sites = ['films-one.example', 'constructor.io']
const words = [...sites, 'Title 0', 'Title 5', 'Snippet 0', 'Snippet 5', 'Picture 0', 'Picture 5']
const own = ownResultPages()
const pages = [...own, addingBeforeFrames(own.find(({ name }) => name === 'google.web.html')!)].map((page) => ({
  ...page,
  body: withWatcher(page.body, words),
}))
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

  it('is never painted, on any engine', { timeout: 300_000 }, async () => {
    const writ = await started(16)
    const tab = await writ.browser.newPage()
    // The background is just at work: it has to be awake, and done.
    await watched(tab, pages[0]!, 2000)
    const faults: string[] = []
    for (const page of pages) {
      const report = await watched(tab, page)
      faults.push(...report.flashes.map((flash) => `${page.name}: ${flash}`))
      if (report.framesWithCovered < 3 || report.others === 0) faults.push(`${page.name}: ${JSON.stringify(report)}`)
    }
    expect(faults).toEqual([])
  })

  it.each([0, 16, 100_000])('is never painted with %i names', { timeout: 600_000 }, async (domains) => {
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

  it('is held, and then appears, when the script dies while the page is held', { timeout: 120_000 }, async () => {
    const dying = `document.documentElement.setAttribute('data-writ', 'reading')`
    await appears(await started(16, { files: { 'extension/content/search.js': dying } }))
  })

  it('is held, and then appears, when nobody answers', { timeout: 120_000 }, async () => {
    await appears(await started(16, { files: { 'extension/content/search.js': unanswered(name) } }))
  })

  async function appears(writ: Launched): Promise<void> {
    const tab = await writ.browser.newPage()
    const { heldUntil } = await watched(tab, pageOf('google.web.html'), 1000)
    // How long it is held is measured by `npm run bench search-pages`.
    expect(heldUntil).toEqual([expect.any(Number), expect.any(Number)])
  }
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
    const report = await tab.evaluate(() => (globalThis as unknown as { report(): Report }).report())
    // A new installation brings its welcome page to the front at its own time: a page behind it is not painted at all.
    if (report.frames > 0 || tries === 3) return report
  }
}

/** Ends the background, as the browser does when it had nothing to do. */
async function putToSleep({ browser, name }: Launched): Promise<void> {
  if (name === 'firefox') return wait(2500)
  const target = browser.targets().find((one) => one.type() === 'service_worker')
  await (await target?.worker())?.close()
}
