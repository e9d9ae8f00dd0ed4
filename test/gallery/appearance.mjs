/**
 * How a page is looked at: its width, its colours, how large its text is. A popup is as wide as the browser lets it be.
 *
 * @typedef {object} Appearance
 * @property {string} name
 * @property {number} width CSS pixels
 * @property {'light' | 'dark'} theme
 * @property {number} [text] percent of the usual size
 * @property {Record<string, string>} [features] other media features
 * @property {'print'} [medium]
 */

/** WCAG 2.2's reflow is at 320 px: 1280 px at 400 %. */
const narrow = 320
const wide = 1100
const popup = 360
/** A phone, and a small laptop: see `look.mjs`. */
const screens = [360, 1366]

/** @param {string} page @returns {Appearance[]} */
export function everyday(page) {
  const widths = page === 'popup' ? [popup] : page === 'blocked' ? [narrow, ...screens] : [narrow, wide]
  return widths.flatMap((width) =>
    /** @type {const} */ (['light', 'dark']).map((theme) => ({ name: `${width}-${theme}`, width, theme })),
  )
}

/** Rarer ways, for a few states. @param {string} page @returns {Appearance[]} */
export function rare(page) {
  const width = page === 'popup' ? popup : wide
  return [
    { name: 'text-200', width, theme: 'light', text: 200 },
    ...(page === 'popup' ? [{ name: '320-light', width: narrow, theme: /** @type {const} */ ('light') }] : []),
    { name: 'forced-colors', width, theme: 'light', features: { 'forced-colors': 'active' } },
    { name: 'forced-colors-dark', width, theme: 'dark', features: { 'forced-colors': 'active' } },
    { name: 'more-contrast', width, theme: 'light', features: { 'prefers-contrast': 'more' } },
    ...(page === 'blocked'
      ? [{ name: 'print', width: 720, theme: /** @type {const} */ ('light'), medium: /** @type {const} */ ('print') }]
      : []),
  ]
}

/** What a session has set ends with it. @type {WeakMap<import('puppeteer-core').Page, import('puppeteer-core').CDPSession>} */
const sessions = new WeakMap()

/**
 * Lets a tab of Chromium look so.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {Appearance} appearance
 */
export async function appear(page, { width, theme, text = 100, features = {}, medium }) {
  const isPopup = await page.evaluate(() => document.documentElement.dataset['page'] === 'popup')
  // Chromium gives a popup no more.
  await page.setViewport({ width, height: isPopup ? 600 : 900 })
  const session = sessions.get(page) ?? (await page.createCDPSession())
  sessions.set(page, session)
  await session.send('Emulation.setEmulatedMedia', {
    media: medium ?? '',
    features: Object.entries({ 'prefers-color-scheme': theme, 'prefers-reduced-motion': 'reduce', ...features }).map(
      ([name, value]) => ({ name, value }),
    ),
  })
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size === 100 ? '' : `${size}%`
  }, text)
}
