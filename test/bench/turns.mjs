import { wait } from '../harness/launch.mjs'

/** @typedef {import('../harness/launch.mjs').Launched} Launched */

/** Installs the extension, and brings it into the state that is to be measured; undefined: without the extension. */
/** @typedef {((writ: Launched) => Promise<unknown>) | undefined} State */

/**
 * The same measurement with the extension in several states and without it, in turns in one browser: two browsers that
 * differ in nothing can be a tenth apart for as long as they live.
 *
 * @template Name, Value
 * @param {Launched} writ
 * @param {ReadonlyMap<Name, State>} states
 * @param {(tab: import('puppeteer-core').Page) => Promise<Value[]>} measure
 * @param {number} turns
 * @returns {Promise<(name: Name) => Value[]>} all that was measured in a state
 */
export async function inTurns(writ, states, measure, turns) {
  /** @type {Map<Name, Value[]>} */
  const measured = new Map()
  await writ.uninstall()
  const tab = await writ.browser.newPage()
  for (let turn = 0; turn < turns; turn++)
    for (const [name, state] of turn % 2 === 0 ? states : [...states].toReversed()) {
      await state?.(writ)
      // A new installation brings its welcome page to the front at its own time; a page that is not seen is not painted.
      await wait(3000)
      await tab.bringToFront()
      await wait(500)
      measured.set(name, [...(measured.get(name) ?? []), ...(await measure(tab))])
      if (state) await writ.uninstall()
    }
  return (name) => measured.get(name) ?? []
}
