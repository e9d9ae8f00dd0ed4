import { appear, everyday, rare } from './appearance.mjs'
import { look } from './look.mjs'
import { openStage, statesIn } from './stage.mjs'

/**
 * @typedef {object} Painted
 * @property {string} state
 * @property {string} appearance
 * @property {Uint8Array} png
 * @property {string[]} faults
 */

/**
 * Pictures of the states whose name has `part` in it, in one browser and language. Firefox lets a driver change neither
 * colours nor text size: there each state is seen once, as it stands.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName} name
 * @param {import('../harness/launch.mjs').LaunchOptions & { lengthened?: number }} options
 * @param {string} part
 * @returns {AsyncGenerator<Painted>}
 */
export async function* paint(name, { lengthened, ...options }, part) {
  const stage = await openStage(name, options)
  try {
    for (const state of statesIn(name).filter((one) => one.name.includes(part))) {
      const page = await stage.show(state)
      const appearances = [...everyday(state.page), ...(state.quick ? rare(state.page) : [])]
      for (const appearance of name === 'chromium' ? appearances : appearances.slice(0, 1)) {
        if (name === 'chromium') await appear(page, appearance)
        else await page.setViewport({ width: appearance.width, height: 900 })
        const faults = await page.evaluate(look, lengthened)
        const png = await page.screenshot({
          fullPage: true,
          ...(name === 'chromium' ? { optimizeForSpeed: true } : {}),
        })
        yield { state: state.name, appearance: appearance.name, png, faults }
      }
    }
  } finally {
    await stage.close()
  }
}
