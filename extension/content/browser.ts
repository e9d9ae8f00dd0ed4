import type { Browser } from 'webextension-polyfill'

/** Both browsers give promises here by now: the polyfill would be the larger part of this script. */
const { browser: own, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser }

export const browser = own ?? chrome
