const ofBoth = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const

const ofChrome = ['webtransport', 'webbundle'] as const

const ofFirefox = [
  'imageset',
  'beacon',
  'xslt',
  'xml_dtd',
  'web_manifest',
  'speculative',
  'object_subrequest',
  'json',
] as const

export type ResourceType = (typeof ofBoth | typeof ofChrome | typeof ofFirefox)[number]

/**
 * Every type of request that a browser knows. One that is not named reaches the host: in Firefox `srcset`, `sendBeacon`, XSLT
 * and JSON modules did, and CSP reports in both. A rule with a type that the browser does not know is refused whole, so the
 * oldest versions in the manifest decide. Chromium 128: its declarative_net_request.idl had all of these while
 * `responseHeaders`, which came with 128, was still hidden there. Firefox 140: `json` is the youngest, of 138 (bug 1858078).
 *
 * Measured: Chromium 156 and Firefox ESR 153 take these and know no more. `speculative` made no
 * difference in anything tried in Firefox: a page's `preconnect` opened a connection with it and without.
 */
export const resourceTypes: Record<'chrome' | 'firefox', readonly ResourceType[]> = {
  chrome: [...ofBoth, ...ofChrome],
  firefox: [...ofBoth, ...ofFirefox],
}
