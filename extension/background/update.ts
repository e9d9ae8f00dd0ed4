import { browser } from '../platform/browser.ts'

const retry = 'apply-update'

/** Minutes until the next look whether anyone is still reading one of our pages. */
const patience = 5

/**
 * A browser that has fetched a newer version waits for its own restart, which may be weeks away, unless the extension
 * says that it is ready. Reloading closes the extension's pages: a block page would vanish under its reader, so it waits
 * until none is open. Rules and store outlive the reload; the new version's start compares them. A private window's
 * background sees private tabs alone, and leaves it to the other one.
 */
export function applyUpdates(): void {
  if (browser.extension.inIncognitoContext) return
  browser.runtime.onUpdateAvailable.addListener(() => void reloadUnseen())
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === retry) void reloadUnseen()
  })
}

/** The alarm is gone once the new version runs: an update clears all alarms. */
async function reloadUnseen(): Promise<void> {
  if (await ownPageOpen()) browser.alarms.create(retry, { delayInMinutes: patience })
  else browser.runtime.reload()
}

async function ownPageOpen(): Promise<boolean> {
  const own = browser.runtime.getURL('')
  return (await browser.tabs.query({})).some(({ url }) => url?.startsWith(own))
}
