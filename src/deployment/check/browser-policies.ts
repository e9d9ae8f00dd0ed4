/** One browser's policies in a file that can hold several browsers': a registry file, a profile of macOS. */
export interface BrowserPolicies {
  kind: 'chromium' | 'firefox'
  /** The browser's key of the registry, or its preference domain. */
  root: string
  policies: Record<string, unknown>
}
