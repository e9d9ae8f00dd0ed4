import { build } from '../platform/browser.ts'

/** The key under which result pages find the search filter (`SearchFilter`), without waking the background. */
export const publishedKey = 'search'

/**
 * The one area of the browser's storage that is open to the script on result pages, which lives in a web page's process.
 * Chromium closes the others to it (`close-storage.ts`). Firefox ESR 153 closes none: there nothing else that decides lies
 * in an area, but in the database.
 */
export const publishedArea = build === 'chrome' ? 'session' : 'local'
