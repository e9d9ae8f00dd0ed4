import { readKeptSettings, type KeptSettings } from '../../src/policy/user-settings.ts'
import { browser } from '../platform/browser.ts'
import { userSettings } from '../store/items.ts'
import { oneAtATime, reconcile } from './reconcile.ts'

/**
 * Changes what the browser's user has set, and enforces it. Each change is made to what the one before it has left: two
 * that were read together and written one after the other would lose the first. A private window's background cannot
 * enforce; the other one does when it sees the change.
 */
export async function changeSettings(change: (settings: KeptSettings) => KeptSettings): Promise<void> {
  const write = async () => userSettings.set(change(readKeptSettings(await userSettings.get()).settings))
  if (browser.extension.inIncognitoContext) await oneAtATime(write)
  else await reconcile({ change: write })
}
