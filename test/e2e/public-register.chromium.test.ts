import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundled } from '../../src/bundled/bundled.ts'
import { languages } from '../../src/cli/catalogues.ts'
import { siteServer } from '../../src/cli/commands/serve.ts'
import { parseOrder } from '../../src/order/reading/parse.ts'
import { appear } from '../gallery/appearance.mjs'
import { violations } from '../harness/axe.ts'
import { launch, type Launched } from '../harness/launch.mjs'
import { published, register } from '../unit/public-register/register.ts'

const folder = mkdtempSync(join(tmpdir(), 'writ-register-'))
const server = siteServer(folder)
let browser: Launched
let page: Page
let base: string

beforeAll(async () => {
  const documents = bundled.flatMap(({ document }) => {
    const parsed = parseOrder(document)
    return parsed.ok ? [published(parsed.value)] : []
  })
  for (const [path, text] of register(documents, undefined, '2014-06-01T12:00:00Z')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await launch('chromium', { extension: false })
  page = await browser.browser.newPage()
})

afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true })
})

it('is accessible in every language, in light and dark, narrow and wide, without script', async () => {
  const found: string[] = []
  for (const [at, code] of languages.entries())
    for (const path of [`index.${code}.html`, `courts.${code}.html`, `orders/fr-tgi-paris-11-60013/${code}.html`]) {
      await page.setJavaScriptEnabled(false)
      await page.goto(base + path)
      // axe itself waits by script, on the page as it is.
      await page.setJavaScriptEnabled(true)
      expect(await page.$('search[hidden], article')).not.toBeNull()
      await appear(page, { name: '', width: at % 2 ? 320 : 1100, theme: at % 3 ? 'light' : 'dark' })
      for (const violation of await violations(page)) found.push(`${path}: ${violation}`)
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (width > 0) found.push(`${path}: ${width} px too wide`)
    }
  expect(found).toEqual([])
})

it('leads from a list to an order and to another language, without script', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(base)
  await Promise.all([page.waitForNavigation(), page.click('a[href="orders/fr-tgi-paris-11-60013/en.html"]')])
  expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('AlloStreaming case')
  await Promise.all([page.waitForNavigation(), page.click('a[hreflang=fr]')])
  expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('Affaire AlloStreaming')
})

it('finds an order by its court, and by a name below one that it lists', async () => {
  await page.setJavaScriptEnabled(true)
  await page.goto(base)
  const shown = async (typed: string) => {
    await page.$eval(
      'input',
      (field, text) => {
        field.value = text
        field.dispatchEvent(new Event('input'))
      },
      typed,
    )
    return page.$$eval('.orders > li:not([hidden]) a', (links) => links.map(({ textContent }) => textContent))
  }
  expect(await shown('')).toHaveLength(5)
  expect(await shown('www.dpstream.tv')).toEqual(['AlloStreaming case'])
  expect(await shown('high court firstrow')).toEqual(['FirstRow (FAPL v BSkyB)'])
  expect(await shown('notdpstream.tv')).toEqual([])
  expect(await page.$eval('[role=status]', ({ textContent }) => textContent)).not.toBe('')
})
