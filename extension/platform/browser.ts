import type { Browser } from 'webextension-polyfill'

/** Firefox makes each of the two when it is first asked for. */
const apis = globalThis as unknown as { browser?: Browser; chrome: Browser }

/** Both browsers give promises here by now: what must be quick goes without the polyfill. */
export const browser = apis.browser ?? apis.chrome
export type {
  BrowsingData,
  DeclarativeNetRequest,
  Runtime,
  Scripting,
  Storage,
  Tabs,
  WebNavigation,
} from 'webextension-polyfill'

declare const __BROWSER__: 'chrome' | 'firefox'

/** Which build this is: what differs between the browsers is decided where it is used, never by sniffing. */
export const build = __BROWSER__
