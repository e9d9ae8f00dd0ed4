/**
 * The settings that hold, as the extension keeps them for its pages.
 *
 * @param {import('puppeteer-core').Page} page one of the extension's own
 * @returns {Promise<import('../../extension/platform/stored.ts').InForce | undefined>}
 */
export function inForceOn(page) {
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('writ')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('state').objectStore('state').get('inForce')
          reading.onerror = () => fail(reading.error)
          reading.onsuccess = () => {
            opening.result.close()
            done(reading.result)
          }
        }
      }),
  )
}
