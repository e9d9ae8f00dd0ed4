import { afterAll, beforeAll, expect, it } from 'vitest'
import { startInternet, type Internet } from '../harness/internet.mjs'
import { launch, press, until, visit, type Launched } from '../harness/launch.mjs'

let internet: Internet
let writ: Launched

beforeAll(async () => {
  internet = await startInternet()
  writ = await launch('chromium', { internet, language: 'en', privateWindows: true })
})

afterAll(async () => {
  await writ.close()
  await internet.close()
})

it('in a private window of Chromium a block is chosen, enforced and explained', async () => {
  // The tab with which the browser began is private; a driver opens its own in the normal profile.
  const [tab] = await writ.browser.pages()
  if (!tab) throw new Error('the browser has no tab')
  await visit(tab, `${writ.origin}/extension/pages/welcome/index.html`)
  await until(tab, ({ text }) => text.includes('AlloStreaming'))
  const isPrivate = await tab.evaluate(
    () =>
      (globalThis as unknown as { chrome: { extension: { inIncognitoContext: boolean } } }).chrome.extension
        .inIncognitoContext,
  )
  expect(isPrivate).toBe(true)
  await press(tab, '[data-action=apply-beyond-term]')
  await until(tab, ({ text }) => text.includes('The block continues'))
  void visit(tab, 'http://www.dpstream.tv/')
  const { text } = await until(tab, (now) => now.text.includes('RG 11/60013'))
  expect(text).toContain('www.dpstream.tv')
  expect(text).toContain('This is a private window')
  expect((await visit(tab, 'http://dpstream.net/')).text).toBe('open: dpstream.net')
  await visit(tab, `${writ.origin}/extension/pages/options/index.html#import`)
  await tab.waitForSelector('textarea')
  await tab.type('textarea', '{}')
  await press(tab, '[data-action=check]:not([disabled])')
  await tab.waitForSelector('[data-issue=private-window]')
  const refused = await tab.$eval('[data-issue=private-window]', ({ textContent }) => textContent)
  expect(refused?.trim()).toBe('cannot be added in a private window: add it in a normal one')
})
