import { describe, expect, it } from 'vitest'
import { long, shareOf } from '../deep/share.ts'
import { appear, everyday, rare } from '../gallery/appearance.mjs'
import { look } from '../gallery/look.mjs'
import { statesIn } from '../gallery/stage.mjs'
import { staged } from '../gallery/staged.ts'
import { tongues } from '../gallery/tongues.mjs'

/** States where words are longest, and some in other languages: `npm run gallery` shows them all. */
const shown = { long: () => true, 'right-to-left': isQuick, fr: isQuick } as const

function isQuick({ quick }: { quick?: true }): boolean {
  return quick === true
}

describe.each(Object.entries(shown))('pages in %s', (tongue, wanted) => {
  const { lengthened, ...options } = tongues[tongue]!
  const stage = staged(options)

  it.each(shareOf(statesIn('chromium').filter(wanted)))(
    '$name: nothing is cut, overlaps or runs out',
    long,
    async (state) => {
      const page = await stage().show(state)
      const direction = await page.evaluate(() => document.documentElement.dir)
      expect(direction).toBe(tongue === 'right-to-left' ? 'rtl' : 'ltr')
      const faults: string[] = []
      for (const appearance of [...everyday(state.page), ...(state.quick ? rare(state.page) : [])]) {
        // Colours move nothing: they are looked at by accessibility.test.ts.
        if (appearance.theme === 'dark') continue
        await appear(page, appearance)
        for (const fault of await page.evaluate(look, lengthened)) faults.push(`${appearance.name}: ${fault}`)
      }
      expect(faults).toEqual([])
    },
  )

  it('and no page has asked the network for anything', () => expect(stage().requests).toEqual([]))
})

describe('what looks at them', () => {
  const stage = staged({ language: 'en' })

  it.each([
    [
      'is cut',
      '<p data-style="width: 4em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap">a long sentence</p>',
    ],
    ['is cut', '<p data-style="height: 1em; overflow: hidden">one line<br>and another</p>'],
    ['is cut', '<select data-style="width: 4em"><option>a long choice</option></select>'],
    ['spills out', '<p data-style="width: 4em; white-space: nowrap">a long sentence</p>'],
    ['overlap', '<p>some words</p><p data-style="margin-top: -2.3em">other words</p>'],
    ['the page is', '<p data-style="width: 200vw">wide</p>'],
    ['has no words', '<button></button>'],
    ['is unfilled', '<p>$1 names</p>'],
  ])('sees what %s: %s', async (fault, html) => {
    const page = await stage().writ.openOwn('welcome')
    await page.waitForSelector('h1')
    expect(await page.evaluate(look)).toEqual([])
    await page.evaluate((broken) => {
      document.querySelector('main')!.insertAdjacentHTML('beforeend', broken)
      // The pages' own policy lets no style attribute in.
      for (const element of document.querySelectorAll<HTMLElement>('[data-style]'))
        element.style.cssText = element.dataset['style']!
    }, html)
    expect((await page.evaluate(look)).join('\n')).toContain(fault)
    await page.close()
  })

  it.each([
    ['popup', '', 360, 'the popup is'],
    ['blocked', '#http://dpstream.tv/', 1366, 'the answers and acts end at'],
  ] as const)('sees what is too long on the page %s', async (name, at, width, fault) => {
    const page = await stage().writ.openOwn(name, at)
    await page.setViewport({ width, height: 600 })
    await page.waitForSelector('h1')
    expect(await page.evaluate(look)).toEqual([])
    await page.evaluate(() => {
      const tall = document.createElement('div')
      tall.style.height = '650px'
      document.querySelector('article')!.prepend(tall)
    })
    expect((await page.evaluate(look)).join('\n')).toContain(fault)
    await page.close()
  })

  it('sees a request', async () => {
    const page = await stage().show(statesIn('chromium')[0]!)
    // The pages' own policy lets none out: it is lifted here.
    await page.setBypassCSP(true)
    await page.reload()
    await page.evaluate(() => fetch('http://elsewhere.example/').catch(() => undefined))
    await page.evaluate(() => fetch(new URL('/manifest.json', location.href).href))
    expect(stage().requests).toEqual(['http://elsewhere.example/'])
  })
})
