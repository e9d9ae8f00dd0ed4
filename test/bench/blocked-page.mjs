import { asking } from '../harness/ask.mjs'
import { startInternet } from '../harness/internet.mjs'
import { launch, wait } from '../harness/launch.mjs'
import { median, row } from './rows.mjs'

/**
 * How long until a page can be read, from the navigation's start, by the page's own clock: the driver's is too coarse.
 *
 * @param {import('puppeteer-core').Page} page @param {string} url @param {string} words
 */
async function readableAfter(page, url, words) {
  await page.goto('about:blank')
  void page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined)
  const end = Date.now() + 10_000
  while (Date.now() < end) {
    const read = page.evaluate((wanted) => {
      const marks = performance.getEntriesByName('readable')
      return document.body?.innerText.includes(wanted) && marks[0] ? marks[0].startTime : undefined
    }, words)
    const at = await Promise.race([read.catch(() => undefined), wait(500).then(() => undefined)])
    if (at !== undefined) return at
    await wait(20)
  }
  throw new Error(`${url} did not become readable`)
}

/** A page with nothing but a word, which says when it is there as the block page does: after the frame that shows it. */
const bareFiles = {
  'bare.html': '<!doctype html><meta charset="utf-8"><script type="module" src="bare.js"></script><body></body>',
  'bare.js': `document.body.textContent = 'bare page'; performance.mark('readable')`,
}

/**
 * A blocked navigation until its explanation is readable, against opening a bare page of the same extension.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function blockedPage(name) {
  const internet = await startInternet()
  const writ = await launch(name, { internet, language: 'en', files: bareFiles })
  await asking(writ, 'orders/choose', { id: 'fr-tgi-paris-11-60013', choice: 'apply-beyond-term' })
  const page = await writ.browser.newPage()
  const blocked = []
  const bare = []
  for (let round = 0; round < 25; round++) {
    bare.push(await readableAfter(page, `${writ.origin}/bare.html`, 'bare page'))
    blocked.push(await readableAfter(page, 'http://dpstream.tv/', 'RG 11/60013'))
  }
  await writ.close()
  await internet.close()
  return [row(`${name}: blocked, until the explanation is readable / bare page`, median(blocked), median(bare), 1.3)]
}
