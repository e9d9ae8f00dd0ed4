import type { Issue } from '../../src/order/issue.ts'
import { readKeptSettings, type KeptSettings } from '../../src/policy/user-settings.ts'
import { browser } from '../platform/browser.ts'
import { readState, writeState } from '../store/state.ts'
import { handOver } from './private-changes.ts'
import { reconcile } from './reconcile.ts'

/**
 * Changes what the browser's user has set, and enforces it. A private window's background has it done by the other.
 *
 * @param patch settings, and choices beside those that were made
 * @returns what the browser refused
 */
export async function changeSettings(patch: KeptSettings): Promise<Issue[]> {
  if (browser.extension.inIncognitoContext) return handOver(patch)
  return rewriteSettings((settings) => ({ ...settings, ...patch, choices: { ...settings.choices, ...patch.choices } }))
}

/** Changes the settings in the one queue in which they are written: each change is made to what the one before it has left. */
export function rewriteSettings(change: (settings: KeptSettings) => KeptSettings): Promise<Issue[]> {
  return reconcile({
    async change({ db }) {
      await writeState(db, 'settings', change(readKeptSettings(await readState(db, 'settings')).settings))
    },
  })
}
