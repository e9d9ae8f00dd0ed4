import { isObject } from '../../src/order/reading/reader.ts'
import { isWatched } from './check-stored.ts'
import type { Watch } from '../../src/enforcement/watch.ts'

/**
 * The watch that has to be known in the first turn of a start: Firefox calls a listener for the event that woke the
 * background only if it was added then, and only an event page, as Firefox has, can read something without waiting. In
 * Chromium's service worker there is no localStorage, and nothing is remembered here: there, each wake looks at the
 * open tabs.
 */
export const watchAtStart = {
  get(): Watch {
    const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem('watch')
    return (kept === null ? undefined : parsed(kept)) ?? { committed: [], moved: [] }
  },
  set(watch: Watch): void {
    if (typeof localStorage !== 'undefined') localStorage.setItem('watch', JSON.stringify(watch))
  },
}

function parsed(kept: string): Watch | undefined {
  try {
    const watch: unknown = JSON.parse(kept)
    return isObject(watch) && isWatched(watch['committed']) && isWatched(watch['moved'])
      ? (watch as unknown as Watch)
      : undefined
  } catch {
    return undefined
  }
}
