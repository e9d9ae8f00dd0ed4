import { isObject } from '../../src/order/reading/reader.ts'
import { reasonOf, type Issue } from '../../src/order/issue.ts'
import { readKeptSettings, type KeptSettings } from '../../src/policy/user-settings.ts'
import { browser, type Storage } from '../platform/browser.ts'

type Changes = Record<string, Storage.StorageChange>

/** How the change went: what the browser then refused, or why it could not be made. */
type Outcome = { done: Issue[] } | { failed: string }

/** Keys under which changes wait in storage.local, which both backgrounds share. */
const prefix = 'private/change/'

/**
 * Hands a change of settings from a private window's background to the other, which alone writes them: two that each read
 * and then write would lose what the other wrote.
 *
 * @returns what the browser then refused
 */
export async function handOver(change: KeptSettings): Promise<Issue[]> {
  const key = prefix + crypto.randomUUID()
  const { local } = browser.storage
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    const listen = (changes: Changes) => {
      const value: unknown = changes[key]?.newValue
      if (!isObject(value) || !('outcome' in value)) return
      local.onChanged.removeListener(listen)
      resolve(value['outcome'] as Outcome)
    }
    local.onChanged.addListener(listen)
    local.set({ [key]: { change } }).catch(reject)
  })
  await local.remove(key)
  if ('failed' in outcome) throw new Error(outcome.failed)
  return outcome.done
}

/** Makes the changes that were handed over, and writes how each went where the other background waits for it. */
export async function takeOver(changes: Changes, make: (change: KeptSettings) => Promise<Issue[]>): Promise<void> {
  for (const [key, { newValue }] of Object.entries(changes)) {
    const value: unknown = newValue
    if (!key.startsWith(prefix) || !isObject(value) || !('change' in value)) continue
    const outcome = await make(readKeptSettings(value['change']).settings).then(
      (done): Outcome => ({ done }),
      (error: unknown): Outcome => ({ failed: reasonOf(error) }),
    )
    await browser.storage.local.set({ [key]: { outcome } })
  }
}
