import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build, installBrowsers, installPackages, script } from './install.mjs'

/**
 * `npm start`: from a fresh clone to a browser in which the bundled order is applied, on one of its domains. Without a
 * screen the browser runs unseen, on a local server that is every host, and leaves screenshots and the words.
 */
await script(async () => {
  const { values } = parseArgs({ options: { firefox: { type: 'boolean' }, headless: { type: 'boolean' } } })
  const name = values.firefox ? 'firefox' : 'chromium'
  const unseen = values.headless || !hasScreen()
  installPackages()
  installBrowsers([name])
  build()

  const { launch, press, until, visit } = await import('../harness/launch.mjs')
  const { startInternet } = await import('../harness/internet.mjs')
  const { tabOf } = await import('../harness/popup.mjs')
  const internet = unseen ? await startInternet() : undefined
  const writ = await launch(name, {
    headless: unseen,
    ...(internet ? { internet } : {}),
  })
  const { origin, openOwn, browser, close } = writ
  console.log(`\n${name} is open with the extension from dist/${name === 'chromium' ? 'chrome' : 'firefox'}.`)

  const [page] = await browser.pages()
  if (!page) throw new Error('the browser has no tab')
  await visit(page, `${origin}/extension/pages/welcome/index.html`)
  await press(page, '[data-action=apply-beyond-term]')
  await page.waitForSelector('[data-action=apply-beyond-term][aria-pressed=true]')
  console.log(
    'On the welcome page, "Apply it beyond its term" is pressed: the term of the AlloStreaming order has ended.',
  )

  const address = 'http://allostreaming.com/'
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
  const popup = await openOwn('popup', `?tab=${await tabOf(writ, `#${address}`)}`)
  await until(popup, (shown) => shown.text.includes('allostreaming.com'))
  await popup.setViewport({ width: 360, height: 560 }).catch(() => undefined)
  await popup.screenshot({ path: `${folder}/popup.png` })
  writeFileSync(`${folder}/explanation.txt`, `${text}\n`)
  console.log(`In ${folder}: blocked.png, popup.png, and as explanation.txt what the page says:\n\n${text}`)
  await close()
  await internet?.close()
})

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}
