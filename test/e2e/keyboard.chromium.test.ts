import type { KeyInput, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { statesIn } from '../gallery/stage.mjs'
import { staged } from '../gallery/staged.ts'
import { until } from '../harness/launch.mjs'

interface Stop {
  /** What assistive technology is told. */
  role: string
  name: string
  visibleFocus: boolean
  top: number
  left: number
}

const stage = staged({ language: 'en' })

const controls =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary'

/** Walks through a page by Tab, from its beginning to its end. */
async function walk(page: Page): Promise<Stop[]> {
  await page.bringToFront()
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
  })
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || (element as HTMLElement).dataset['passed']) return null
      ;(element as HTMLElement).dataset['passed'] = 'yes'
      // A file's own field is hidden behind its label, which shows the focus.
      const shows = [element, element.closest('label, .fact, li, section')].some((box) => {
        if (!box) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(box)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
      const { top, left } = element.getBoundingClientRect()
      return { visibleFocus: shows, top: top + scrollY, left }
    })
    if (!stop) return stops
    const node = await focusedNode(page)
    stops.push({ ...stop, ...node })
  }
}

/** Role and name in the accessibility tree. */
async function focusedNode(page: Page): Promise<{ role: string; name: string }> {
  const element = await page.evaluateHandle(() => document.activeElement!)
  const node = await page.accessibility.snapshot({ root: element.asElement()!, interestingOnly: false })
  await element.dispose()
  return { role: node?.role ?? '', name: node?.name ?? '' }
}

describe('by keyboard alone', () => {
  it('the welcome page’s decision is taken by Space and by Enter', async () => {
    const page = await stage().writ.openOwn('welcome')
    await page.waitForSelector('[data-action=apply-beyond-term]')
    await press(page, '[data-action=apply-beyond-term]', 'Space')
    await page.waitForSelector('[data-action=apply-beyond-term][aria-pressed=true]')
    await press(page, '[data-action=only-list]', 'Enter')
    await page.waitForSelector('[data-action=only-list][aria-pressed=true]')
    await page.close()
  })

  it('the block page’s technical details are unfolded, and its details copied and said to be', async () => {
    const page = await stage().writ.openOwn('blocked', '#http://dpstream.tv/')
    await page.waitForSelector('.technical')
    await press(page, '.technical summary', 'Enter')
    expect(await page.$eval('.technical', (details) => (details as HTMLDetailsElement).open)).toBe(true)
    await press(page, '.copy > summary', 'Enter')
    await press(page, 'aria/Copy details[role="button"]', 'Space')
    expect((await until(page, ({ text }) => text.includes('Copied'))).text).toContain('Copied')
    await page.close()
  })

  it('a document is checked on the options page', async () => {
    const page = await stage().writ.openOwn('options', '#import')
    await page.waitForSelector('textarea')
    await page.bringToFront()
    await page.focus('textarea')
    await page.keyboard.type('{}')
    await page.waitForSelector('[data-action=check]:not([disabled])')
    await press(page, '[data-action=check]', 'Enter')
    expect((await until(page, ({ text }) => text.includes('format'))).text).toContain('format')
    await page.close()
  })

  it.each(statesIn('chromium').filter(({ quick }) => quick))(
    '$name: every control is reached, in order, named and seen',
    async (state) => {
      const page = await stage().show(state)
      await page.setViewport({ width: 1100, height: 900 })
      const reachable = await page.$$eval(controls, (all) => all.filter((one) => one.checkVisibility()).length)
      const stops = await walk(page)
      expect(stops.length).toBeGreaterThanOrEqual(reachable)
      expect(stops.filter(({ name }) => name.trim() === '')).toEqual([])
      expect(stops.filter(({ visibleFocus }) => !visibleFocus)).toEqual([])
      expect(stops.filter((stop, at) => at > 0 && goesBack(stops[at - 1]!, stop))).toEqual([])
      await holdsTogether(page)
    },
  )
})

/** Up the page, other than to the next column. */
function goesBack(before: Stop, { top, left }: Stop): boolean {
  return top < before.top - 60 && left <= before.left
}

/** In the accessibility tree: one heading of the first level inside one main landmark, nothing to press without a name. */
async function holdsTogether(page: Page): Promise<void> {
  const nodes = flat(await page.accessibility.snapshot({ interestingOnly: false }))
  expect(nodes.filter(({ role, level }) => role === 'heading' && level === 1)).toHaveLength(1)
  expect(nodes.filter(({ role }) => role === 'main')).toHaveLength(1)
  expect(nodes.filter(({ role, name }) => pressed.has(role) && !name)).toEqual([])
  const { lang, dir } = await page.evaluate(() => {
    const { lang: language, dir: direction } = document.documentElement
    return { lang: language, dir: direction }
  })
  expect([lang.split('-')[0], dir]).toEqual(['en', 'ltr'])
  expect(await page.title()).not.toBe('')
}

const pressed = new Set(['button', 'link', 'textbox', 'combobox', 'checkbox'])

async function press(page: Page, selector: string, key: KeyInput): Promise<void> {
  await page.bringToFront()
  const control = (await page.$(selector))!
  await control.focus()
  await page.keyboard.press(key)
}

interface Node {
  role: string
  name?: string
  level?: number
  children?: Node[]
}

function flat(node: Node | null): Node[] {
  return node ? [node, ...(node.children ?? []).flatMap(flat)] : []
}
