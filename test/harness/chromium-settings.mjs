/**
 * Sets what a person would set for an extension in Chromium's own page of extensions.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {{ incognitoAccess?: boolean, hostAccess?: 'ON_CLICK' | 'ON_ALL_SITES' }} settings
 */
export async function setInChromium({ browser, origin }, settings) {
  const page = await browser.newPage()
  await page.goto('chrome://extensions')
  const extensionId = new URL(origin).host
  await page.evaluate(
    async (update) => {
      const { developerPrivate } = /** @type {any} */ (globalThis).chrome
      // The first of these settings reloads the extension, which Chromium refuses to one that is not from the store unless
      // the developer mode is on.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      await developerPrivate.updateExtensionConfiguration(update)
      while ((await developerPrivate.getExtensionInfo(update.extensionId)).state !== 'ENABLED')
        await new Promise((done) => setTimeout(done, 50))
    },
    { extensionId, ...settings },
  )
  await page.close()
}
