/** What a browser's declarativeNetRequest takes, measured in Chromium 156 and Firefox ESR 153. */
export interface Capabilities {
  /** Dynamic rules at most, all kinds together. Over it the whole call is refused. */
  dynamicRules: number
  /** `requestDomains: ["a.tv"]` also matches the host `a.tv.` (with the dot that ends a full name). */
  matchesTrailingDot: boolean
}

export const capabilities: Record<'chrome' | 'firefox', Capabilities> = {
  chrome: { dynamicRules: 30_000, matchesTrailingDot: true },
  firefox: { dynamicRules: 5_000, matchesTrailingDot: false },
}
