import { wait } from '../harness/launch.mjs'

/**
 * How long until a page can be read, from the navigation's start, by the page's own clock: the driver's is too coarse.
 *
 * @param {import('puppeteer-core').Page} page @param {string} url @param {string} words
 */
export async function readableAfter(page, url, words) {
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

/** A page with nothing but a word, which says when it is there as the extension's own pages do. */
export const bareFiles = {
  'bare.html': '<!doctype html><meta charset="utf-8"><script type="module" src="bare.js"></script><body></body>',
  'bare.js': `document.body.textContent = 'bare page'; performance.mark('readable')`,
}
