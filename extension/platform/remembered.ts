import type { Watched } from './stored.ts'

/**
 * What has to be known in the first turn of a start: Firefox calls a listener for the event that woke the background only
 * if it was added then, and only an event page, as Firefox has, can read something without waiting. In Chromium's
 * service worker there is no localStorage, and nothing is remembered here: there, each wake looks at the open tabs.
 */
export const watchedAtStart = {
  get(): Watched {
    const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem('watched')
    return kept === null ? [] : (JSON.parse(kept) as Watched)
  },
  set(watched: Watched): void {
    if (typeof localStorage !== 'undefined') localStorage.setItem('watched', JSON.stringify(watched))
  },
}
