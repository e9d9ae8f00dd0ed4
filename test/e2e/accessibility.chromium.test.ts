import { describe, expect, it } from 'vitest'
import { long, shareOf } from '../deep/share.ts'
import { appear, everyday, type Appearance } from '../gallery/appearance.mjs'
import { statesIn } from '../gallery/stage.mjs'
import { staged } from '../gallery/staged.ts'
import { violations } from '../harness/axe.ts'

const contrast: Appearance = {
  name: 'more-contrast',
  width: 1100,
  theme: 'light',
  features: { 'prefers-contrast': 'more' },
}

const stage = staged({ language: 'en' })

describe('WCAG 2.2 AA', () => {
  it('is asked of a real page: a fault is found', async () => {
    const page = await stage().writ.openOwn('welcome')
    await page.waitForSelector('h1')
    await page.evaluate(() => {
      const pale = document.createElement('p')
      pale.textContent = 'pale'
      pale.style.cssText = 'color: #aaa; background: #fff'
      document.querySelector('main')!.append(document.createElement('input'), pale)
    })
    const found = (await violations(page)).join('\n')
    expect(found).toContain('label')
    expect(found).toContain('color-contrast')
    await page.close()
  })

  it.each(shareOf(statesIn('chromium')))('$name', long, async (state) => {
    const page = await stage().show(state)
    const found: string[] = []
    // Widths move things, themes colour them: one of each kind is enough for what axe sees.
    const [narrow] = everyday(state.page)
    const dark = everyday(state.page).findLast(({ theme }) => theme === 'dark')!
    for (const appearance of [narrow!, dark, ...(state.quick ? [contrast] : [])]) {
      await appear(page, appearance)
      // What is folded is looked at too.
      await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)))
      for (const violation of await violations(page)) found.push(`${appearance.name}: ${violation}`)
    }
    expect(found).toEqual([])
  })
})
