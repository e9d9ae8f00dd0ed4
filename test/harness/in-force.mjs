/**
 * The settings that hold, as the extension keeps them for its pages.
 *
 * @param {import('puppeteer-core').Page} page one of the extension's own
 * @returns {Promise<import('../../src/policy/effective-settings.ts').EffectiveSettings | undefined>}
 */
export function inForceOn(page) {
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('writ')
        opening.addEventListener('error', () => fail(opening.error))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('state').objectStore('state').get('effective')
          reading.addEventListener('error', () => fail(reading.error))
          reading.addEventListener('success', () => {
            opening.result.close()
            done(reading.result)
          })
        })
      }),
  )
}
