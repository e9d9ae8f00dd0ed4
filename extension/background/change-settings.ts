import type { Issue } from '../../src/order/issue.ts'
import { readKeptSettings, type KeptSettings } from '../../src/policy/user-settings.ts'
import { browser } from '../platform/browser.ts'
import { readState, writeState } from '../store/state.ts'
import { handOver } from './private-changes.ts'
import { reconcile } from './reconcile.ts'

/**
 * Changes what the browser's user has set, and enforces it: each change is made to what the one before it has left. A private
 * window's background has it made by the other.
 *
 * @param patch settings, and choices beside those that were made
 * @returns what the browser refused
 */
export async function changeSettings(patch: KeptSettings): Promise<Issue[]> {
  if (browser.extension.inIncognitoContext) return handOver(patch)
  return reconcile({
    async change({ db }) {
      const { settings } = readKeptSettings(await readState(db, 'settings'))
      const choices = { ...settings.choices, ...patch.choices }
      await writeState(db, 'settings', { ...settings, ...patch, choices })
    },
  })
}
