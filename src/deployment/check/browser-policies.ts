import type { Issue } from '../../order/issue.ts'

/** One browser's policies in a file that can hold several browsers': a registry file, a profile of macOS. */
export interface BrowserPolicies {
  kind: 'chromium' | 'firefox'
  /** The browser's name, for people. */
  browser: string
  /** The browser's key of the registry, or its preference domain. */
  root: string
  policies: Record<string, unknown>
  /** Issues of the form in which they are written. */
  issues: Issue[]
}
