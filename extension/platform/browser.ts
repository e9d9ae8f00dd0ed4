import type { Browser } from 'webextension-polyfill'

const { browser: own, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser }

/** Both browsers give promises here by now: pages go without the polyfill, which would be a seventh of their script. */
export const browser = own ?? chrome
export type { BrowsingData, DeclarativeNetRequest, Runtime, Storage, Tabs, WebNavigation } from 'webextension-polyfill'

declare const __BROWSER__: 'chrome' | 'firefox'

/** Which build this is: what differs between the browsers is decided where it is used, never by sniffing. */
export const build = __BROWSER__
