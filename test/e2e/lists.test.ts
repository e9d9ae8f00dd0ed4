import { resolve } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, press, shown, until, visit } from '../harness/launch.mjs'

const lists = [
  { file: 'pl-hazard.xml', taken: 3, name: 'kasyno-dwa.com', struckOut: 'gra-trzy.com' },
  { file: 'cz-mfcr.csv', taken: 2, name: 'hra-dva.cz', struckOut: 'sazky-jedna.example.cz' },
  { file: 'fr-annex.csv', taken: 3, name: 'foot-deux.tv', struckOut: undefined },
]

inBrowsers('a list becomes an applied order in four steps in %s', {}, ({ writ }) => {
  const blocks = async (host: string) => {
    const tab = await writ.browser.newPage()
    void visit(tab, `http://${host}/`)
    const { text } = await until(tab, (now) => now.text.includes(host))
    await closeTab(tab)
    return !text.startsWith('open:')
  }

  it.each(lists)('$file', async ({ file, taken, name, struckOut }) => {
    const page = await writ.openOwn('options', '#import')
    // 1. The list.
    const input = (await page.waitForSelector('[name=files]')) as ElementHandle<HTMLInputElement>
    await input.uploadFile(resolve('test/fixtures/registers/files', file))
    // 2. The report.
    await page.waitForSelector(`[data-class=taken][data-count="${taken}"]`)
    // 3. The decision.
    const id = `register-${file.slice(0, 2)}`
    const facts = { title: `Register of ${file}`, id, jurisdiction: file.slice(0, 2).toUpperCase(), court: 'An office' }
    const day = { date: '2017-01-02', source: 'https://example.org/register' }
    for (const [field, text] of Object.entries({ ...facts, ...day }))
      await fill(page, `.facts-form [name=${field}]`, text)
    await press(page, '[data-action=preview]')
    // 4. What would be blocked.
    await page.waitForSelector('.would-block[data-applies=true]')
    expect((await shown(page)).text).toContain(name)
    expect(await blocks(name)).toBe(false)
    await press(page, '[data-action=import]:not([disabled])')
    await page.waitForSelector(`[data-added~=${id}]`)
    await closeTab(page)
    expect(await blocks(name)).toBe(true)
    if (struckOut !== undefined) expect(await blocks(struckOut)).toBe(false)
  })
})

async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.$eval(
    selector,
    (field, value) => {
      ;(field as HTMLInputElement).value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    text,
  )
}
