import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { namesOf } from '../bench/names.mjs'
import { long, share } from '../deep/share.ts'
import { inForceOn } from '../harness/in-force.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, press, shown, until, visit } from '../harness/launch.mjs'
import { importOrder, importOrders, orderText } from '../harness/orders.mjs'
import { addressOf, ownResultPages, serveResultPages } from '../harness/result-pages.mjs'

const manyNames = share(1_000_000)

const resultPage = ownResultPages().find(({ name }) => name === 'mojeek.web.html')!

inBrowsers('the options page in %s', {}, ({ internet, writ }) => {
  const folder = mkdtempSync(join(tmpdir(), 'writ-orders-'))

  beforeAll(() => serveResultPages(internet, [resultPage]))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Opens a part of the page and does something there. */
  async function on<T>(hash: string, work: (page: Page) => Promise<T>): Promise<T> {
    const page = await writ.openOwn('options', hash)
    const result = await work(page)
    await closeTab(page)
    return result
  }
  const says = (page: Page, text: string, ms = 10_000) =>
    until(page, (now) => now.text.includes(text), ms).then((now) => expect(now.text).toContain(text))
  const site = async (host: string) => {
    const tab = await writ.browser.newPage()
    void visit(tab, `http://${host}/`)
    const { text } = await until(tab, (now) => now.text.includes(host))
    await closeTab(tab)
    return text.startsWith('open:') ? 'open' : 'blocked'
  }
  const file = (order: string, text: string) => {
    const path = join(folder, `${order}.json`)
    writeFileSync(path, text)
    return path
  }

  it('shows what is wrong with a pasted document at its place, and adds it once it is mended', async () => {
    const order = orderText({
      id: 'pasted-order',
      title: 'Pasted',
      targets: ['pasted.example'],
      jurisdiction: 'FRANCE',
    })
    const wrong = JSON.stringify(JSON.parse(order), null, 2)
    await on('#import', async (page) => {
      await fill(page, 'textarea', wrong)
      await press(page, '[data-action=check]')
      const line = wrong.slice(0, wrong.indexOf('"FRANCE"')).split('\n').length
      await says(page, `line ${line}, column 19`)
      expect(await page.$('[data-action=import]')).toBeNull()
      await press(page, '[data-issue] button')
      expect(await selected(page)).toBe('"FRANCE"')
      await fill(page, 'textarea', wrong.replace('"FRANCE"', '"FR"'))
      await press(page, '[data-action=check]')
      await says(page, 'New: no order of this id is kept.')
      expect(await site('pasted.example')).toBe('open')
      await press(page, '[data-action=import]')
      await page.waitForSelector('[data-added~=pasted-order]')
    })
    expect(await site('pasted.example')).toBe('blocked')
  })

  it('leads to what is wrong, however far down', async () => {
    const { jurisdiction: _, ...order } = JSON.parse(
      orderText({ id: 'long-order', targets: Array.from({ length: 300 }, (_, at) => `site-${at}.example`) }),
    )
    const wrong = JSON.stringify({ ...order, jurisdiction: 'FRANCE' }, null, 2)
    await on('#import', async (page) => {
      await fill(page, 'textarea', wrong)
      await press(page, '[data-action=check]')
      await press(page, '[data-issue] button')
      expect(await selected(page)).toBe('"FRANCE"')
      const seen = await page.$eval('textarea', (area) => {
        const { top, bottom } = area.getBoundingClientRect()
        const lines = area.value.split('\n').length
        const at = (area.value.slice(0, area.selectionStart).split('\n').length / lines) * area.scrollHeight
        return {
          selection: area.scrollTop < at && at < area.scrollTop + area.clientHeight + area.scrollHeight / lines,
          field: top >= 0 && bottom <= innerHeight,
          focus: document.activeElement === area,
        }
      })
      expect(seen).toEqual({ selection: true, field: true, focus: true })
    })
  })

  it('takes a host as an instance only where its script would run', async () => {
    await on('#engines', async (page) => {
      const add = async (host: string) => {
        await fill(page, '[name=instance]', host)
        await press(page, '[data-action=add-instance]')
      }
      await add('*.example.org')
      await says(page, 'Write a host name')
      await add('search.example.org')
      await says(page, 'Remove search.example.org')
      expect((await shown(page)).text).not.toContain('Write a host name')
      expect(await page.$eval('[name=instance]', (field) => field.getAttribute('aria-invalid'))).toBe('false')
      await page.focus('.instances button')
      await page.keyboard.press('Enter')
      await says(page, 'Removed: search.example.org')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
      await add('search.example.org')
      await page.waitForFunction(() => document.querySelector('#instance-said')!.textContent === '')
    })
  })

  it('adds no file until all are valid', async () => {
    const files = [
      file('first', orderText({ id: 'file-one', targets: ['file-one.example'] })),
      file('broken', '{\n  "format": oops\n}'),
      file('third', orderText({ id: 'file-three', targets: ['file-three.example'] })),
    ]
    await on('#import', async (page) => {
      const input = (await page.waitForSelector('[name=files]')) as ElementHandle<HTMLInputElement>
      await input.uploadFile(...files)
      await says(page, 'line 2, column 13')
      await page.waitForFunction(() => document.querySelectorAll('[data-draft=good]').length === 2)
      expect(await page.$('[data-action=import]')).toBeNull()
      await press(page, '[data-draft=refused] [data-action=leave-out]')
      await press(page, '[data-action=import]')
      await page.waitForSelector('[data-added~=file-one][data-added~=file-three]')
    })
    expect(await site('file-one.example')).toBe('blocked')
    expect(await site('file-three.example')).toBe('blocked')
  })

  it('takes files that are dropped anywhere on it', async () => {
    await on('#settings', async (page) => {
      await page.waitForSelector('[name=afterTerm]')
      await page.evaluate(
        (text) => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([text], 'dropped.json'))
          window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
        },
        orderText({ id: 'dropped-order', title: 'Dropped' }),
      )
      await page.waitForSelector('[data-draft=good]')
      expect((await shown(page)).url).toContain('#import')
    })
  })

  it('refuses to go back to an older version', async () => {
    await importOrder(writ, { id: 'versions', version: 3 })
    await on('#import', async (page) => {
      await fill(page, 'textarea', orderText({ id: 'versions', version: 2 }))
      await press(page, '[data-action=check]')
      await says(page, 'version 3 is kept and this is version 2')
      expect(await page.$('[data-action=import]')).toBeNull()
    })
  })

  it('brings back a removed order whole, its choice and its text included', async () => {
    const text = orderText({ id: 'undone-order', title: 'To be undone', targets: ['undone.example'] })
    await importOrders(writ, [text])
    const key = encodeURIComponent('user:undone-order')
    await on(`#orders/${key}`, async (page) => {
      await page.waitForSelector('[data-choice=undone-order]')
      await press(page, '.card [data-choice=undone-order]')
      await press(page, '.card dialog [value=apply-beyond-term]')
      await press(page, '.card dialog [data-action=choose]')
      await expect.poll(() => on(`#orders/${key}`, choiceShown)).toBe('apply-beyond-term')
      await press(page, '[data-action=remove]')
      await page.waitForSelector('[data-removed=undone-order]')
      expect(await site('undone.example')).toBe('open')
      await press(page, '[data-removed=undone-order] [data-action=undo]')
      await page.waitForFunction(() => !document.querySelector('[data-removed]'))
      expect(await site('undone.example')).toBe('blocked')
    })
    await on(`#orders/${key}`, async (page) => {
      expect(await choiceShown(page)).toBe('apply-beyond-term')
      const saved = await download(page, '[data-action=export]')
      expect(saved.name).toBe('undone-order-v1.json')
      expect(saved.text).toBe(text)
    })
  })

  it('finds one of thousands of orders by what names it, or by a host that it covers', async () => {
    const texts = Array.from({ length: 2000 }, (_, at) =>
      orderText({ id: `many-${at}`, title: `Many ${at}`, targets: [`many-${at}.example`] }),
    )
    await importOrders(writ, texts)
    await on('#orders', async (page) => {
      const found = (count: number) => page.waitForSelector(`[data-found="${count}"]`)
      await page.waitForFunction(
        () => Number(document.querySelector<HTMLElement>('[data-found]')?.dataset['found']) > 2000,
      )
      expect(await page.$$('.rows > li')).toHaveLength(50)
      await fill(page, '[name=search]', 'many 1777')
      await found(1)
      await fill(page, '[name=search]', 'www.many-42.example')
      await found(1)
      await says(page, 'Covers www.many-42.example')
      await fill(page, '[name=search]', '')
      await page.select('[name=provenance]', 'bundled')
      await found(5)
    })
  }, 240_000)

  it('shows what changes elsewhere, and leaves what is being typed and its focus alone', async () => {
    await on('#orders', async (page) => {
      await page.waitForSelector('[name=search]')
      await page.bringToFront()
      await page.type('[name=search]', 'elsewhere')
      await page.waitForSelector('[data-found="0"]')
      await importOrder(writ, { id: 'elsewhere-order', title: 'Elsewhere' })
      await page.waitForSelector('[data-found="1"]')
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('search')
      expect(await page.$eval('[name=search]', (field) => (field as HTMLInputElement).value)).toBe('elsewhere')
    })
  })

  it(`takes an order of ${manyNames} names from a file, and searches it`, long, async () => {
    const names = namesOf(manyNames)
    const path = file('big', orderText({ id: 'big-order', title: 'Big', targets: names }))
    await on('#import', async (page) => {
      const input = (await page.waitForSelector('[name=files]')) as ElementHandle<HTMLInputElement>
      await input.uploadFile(path)
      await says(page, `${manyNames.toLocaleString('en')} names`, 60_000)
      await press(page, '[data-action=import]')
      await page.waitForSelector('[data-added~=big-order]', { timeout: 200_000 })
    })
    await on('#orders/user%3Abig-order', async (page) => {
      await page.waitForSelector('.targets > li')
      const sought = names[Math.floor(manyNames * 0.9)]!
      await fill(page, '[name=target]', sought.slice(0, -4))
      await page.waitForSelector('[data-search=done]', { timeout: 60_000 })
      expect(await page.$$eval('.targets > li', (rows) => rows.map((row) => row.textContent))).toContain(sought)
      await fill(page, '[name=target]', `www.${sought}`)
      await says(page, `This order covers www.${sought}.`)
      await fill(page, '[name=target]', '')
      await press(page, '[aria-labelledby=targets] [data-page=last]')
      await page.waitForFunction(
        (last) => document.querySelector('.targets > li:last-child')?.textContent === last,
        {},
        names.at(-1)!,
      )
    })
  })

  it('switches hiding off on one search engine', async () => {
    const delist = { kind: 'delist', addressees: ['Mojeek'] }
    await importOrder(writ, { id: 'results', targets: ['films-one.example'], measures: [delist] })
    const tab = await writ.browser.newPage()
    const hidden = async () => {
      await visit(tab, addressOf(resultPage))
      return () =>
        tab.evaluate(() => {
          const links = [...document.querySelectorAll<HTMLElement>('a[href*="films-one.example"]')]
          return links.length > 0 && links.every((link) => !link.checkVisibility())
        })
    }
    await expect.poll(await hidden()).toBe(true)
    await on('#engines', async (page) => {
      await page.waitForSelector('[name=mojeek]')
      await says(page, 'Addressed by: A test order')
      await press(page, '[name=mojeek]')
      await expect.poll(async () => (await inForceOn(page))?.settings.engines['mojeek']).toBe(false)
    })
    // The page is loaded anew under the new setting; what would be hidden is hidden within moments of that.
    await expect.poll(await hidden()).toBe(false)
    await new Promise((done) => setTimeout(done, 1000))
    expect(await (await hidden())()).toBe(false)
    await closeTab(tab)
  })

  it('gives out the register, with the digest of what was applied', async () => {
    const text = orderText({ id: 'registered-order', title: 'Registered' })
    const before = Date.now()
    await importOrders(writ, [text])
    const digest = createHash('sha256').update(text).digest('hex')
    await on('#register/registered-order', async (page) => {
      await says(page, 'applied: Registered')
      const csv = await download(page, '[data-action=save-csv]')
      expect(csv.name).toMatch(/^writ-register-.*-registered-order\.csv$/)
      const [header, line, rest] = csv.text.split('\r\n')
      expect(header).toContain('time_utc,time_local,event')
      expect(line).toContain(`,applied,no,registered-order,1,${digest},user,1`)
      const applied = Date.parse(line!.split(',')[0]!)
      expect([applied > before - 1000, applied <= Date.now()]).toEqual([true, true])
      expect(rest).toBe('')
      const json = JSON.parse((await download(page, '[data-action=save-json]')).text)
      expect(json.entries).toMatchObject([{ order: 'registered-order', event: 'applied', digest, provenance: 'user' }])
    })
  })

  it('shows diagnostics without a name that was visited or is covered', async () => {
    await on('#diagnostics', async (page) => {
      const { text } = await until(page, (now) => now.text.includes('rules.held: true'))
      expect(text).toContain('rules.held: true')
      expect(text).toContain('user:pasted-order')
      expect(text).not.toMatch(/\.example\b/)
    })
  })
})

/** Puts a text into a field at once, as pasting does. */
async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector)
  await page.$eval(
    selector,
    (field, value) => {
      ;(field as HTMLInputElement).value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    text,
  )
}

function selected(page: Page): Promise<string> {
  return page.$eval('textarea', ({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))
}

/** Where the page keeps what it would have the browser save. */
interface Saving {
  saved: { name?: string; text?: Promise<string> }
}

async function choiceShown(page: Page): Promise<string> {
  const choice = await page.waitForSelector('.card [data-choice=undone-order]')
  return choice!.evaluate((button) => (button as HTMLElement).dataset['chosen'] ?? '')
}

/** What a click gives the person as a file. */
async function download(page: Page, selector: string): Promise<{ name: string; text: string }> {
  await page.evaluate(() => {
    const { createObjectURL } = URL
    const click = HTMLAnchorElement.prototype.click
    const saved: Saving['saved'] = {}
    Object.assign(globalThis, { saved })
    URL.createObjectURL = (blob: Blob) => {
      saved.text = blob.text()
      return createObjectURL.call(URL, blob)
    }
    HTMLAnchorElement.prototype.click = function () {
      saved.name = this.download
      Object.assign(URL, { createObjectURL })
      HTMLAnchorElement.prototype.click = click
      click.call(this)
    }
  })
  await press(page, selector)
  await page.waitForFunction(() => (globalThis as unknown as Saving).saved.name !== undefined)
  return page.evaluate(async () => {
    const { name = '', text = '' } = (globalThis as unknown as Saving).saved
    return { name, text: await text }
  })
}
