import { mkdirSync } from 'node:fs'
import { build, installBrowsers, installPackages, script } from './install.mjs'

/**
 * `npm start`: from a fresh clone to a browser in which the bundled order is applied, on one of its domains. Without a
 * screen the browser runs unseen, on a local server that is every host, and leaves screenshots and the words.
 */
await script(async () => {
  const name = process.argv.includes('--firefox') ? 'firefox' : 'chromium'
  const unseen = process.argv.includes('--headless') || !hasScreen()
  installPackages()
  installBrowsers([name])
  build()

  const { launch, press, until, visit } = await import('../harness/launch.mjs')
  const { startInternet } = await import('../harness/internet.mjs')
  const internet = unseen ? await startInternet() : undefined
  const { origin, openOwn, browser, close } = await launch(name, {
    headless: unseen,
    ...(internet ? { internet } : {}),
  })
  console.log(`\n${name} is open with the extension from dist/${name === 'chromium' ? 'chrome' : 'firefox'}.`)

  const [page] = await browser.pages()
  if (!page) throw new Error('the browser has no tab')
  await visit(page, `${origin}/extension/pages/welcome/index.html`)
  await press(page, '[data-action=apply-beyond-term]')
  await page.waitForSelector('[data-action=apply-beyond-term][aria-pressed=true]')
  console.log(
    'On the welcome page, "Apply it beyond its term" is pressed: the term of the AlloStreaming order has ended.',
  )

  const address = 'http://dpstream.tv/'
  void visit(page, address)
  const { text, url } = await until(page, (shown) => shown.text.includes('RG 11/60013'))
  if (!text.includes('RG 11/60013')) throw new Error(`${address} was not blocked: the browser shows ${url}`)
  console.log(`${address} is blocked, and the page says why.`)
  if (!unseen) {
    console.log('Close the browser to end.')
    await new Promise((done) => browser.process()?.once('exit', done))
    return
  }

  const folder = 'test-results/start'
  mkdirSync(folder, { recursive: true })
  await page.bringToFront()
  await page.screenshot({ path: `${folder}/blocked.png`, fullPage: true })
  const popup = await openOwn('popup', `?tab=${await tabOf(await openOwn('popup'), address)}`)
  await until(popup, (shown) => shown.text.includes('dpstream.tv'))
  await popup.setViewport({ width: 360, height: 560 }).catch(() => undefined)
  await popup.screenshot({ path: `${folder}/popup.png` })
  console.log(`Screenshots: ${folder}/blocked.png, ${folder}/popup.png\n\n${text}`)
  await close()
  await internet?.close()
})

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/**
 * The id of the tab that is on the block page of `address`, asked on an own page of the extension.
 *
 * @param {import('puppeteer-core').Page} own
 * @param {string} address
 */
function tabOf(own, address) {
  return own.evaluate(async (wanted) => {
    const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome
    const tabs = await api.tabs.query({})
    return tabs.find((/** @type {{ url?: string }} */ { url }) => url?.endsWith(`#${wanted}`))?.id
  }, address)
}
