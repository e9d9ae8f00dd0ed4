/** The only import of the polyfill: everything else asks this module for the browser. */
export { default as browser } from 'webextension-polyfill'
export type { BrowsingData, DeclarativeNetRequest, Runtime, Storage, Tabs, WebNavigation } from 'webextension-polyfill'

declare const __BROWSER__: 'chrome' | 'firefox'

/** Which build this is: what differs between the browsers is decided where it is used, never by sniffing. */
export const build = __BROWSER__
