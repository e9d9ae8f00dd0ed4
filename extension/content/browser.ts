import type { Browser } from 'webextension-polyfill'

/** Firefox makes each of the two when it is first asked for. */
const apis = globalThis as unknown as { browser?: Browser; chrome: Browser }

/** Both browsers give promises here by now: the polyfill would be the larger part of this script. */
export const browser = apis.browser ?? apis.chrome
