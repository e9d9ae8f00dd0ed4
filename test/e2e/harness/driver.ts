import type { Internet } from './internet.ts'

export type BrowserName = 'chromium' | 'firefox'

export interface LaunchOptions {
  /** Directory of the built, unpacked extension. */
  extension: string
  /** The local server that answers every host; without it the browser uses the real network. */
  internet?: Internet
  /** Managed settings of the extension (`storage.managed`). Linux only: they reach the browser in a private mount namespace. */
  policy?: Record<string, unknown>
  /** Other policies of the browser, by their own names. */
  browserPolicies?: Record<string, unknown>
  lang?: 'fr' | 'en'
  /** Profile directory, kept at `close()`; without it a new one is made, and removed at `close()`. */
  profile?: string
  extraArgs?: string[]
  /** Firefox preferences. */
  prefs?: Record<string, string | number | boolean>
  /** Allow the extension in private windows. */
  privateWindows?: boolean
  /**
   * Chromium: a packed extension, force-installed by policy, so that it is there from the first moment of later starts.
   * Its id differs from the manifest key's. Firefox always gets a permanent installation.
   */
  packed?: boolean
  headless?: boolean
}

/** One tab as the browser's own protocol drives it. Calls may hang while the browser swaps processes: `Page` guards them. */
export interface Tab {
  /** Value of an expression that gives a string, or a promise of one. */
  evaluate(expression: string): Promise<string>
  /** Starts a navigation; the answer does not mean that it has arrived. */
  navigate(url: string): Promise<unknown>
  reload(): Promise<unknown>
  traverse(delta: number): Promise<unknown>
  activate(): Promise<unknown>
  /** A real mouse click at CSS pixels of the viewport. */
  clickAt(x: number, y: number): Promise<unknown>
  /** A real key press: a character, or `Tab`, `Enter`, `Escape`, `Space`, `ArrowDown` ... */
  press(key: string): Promise<unknown>
  resize(width: number, height: number): Promise<unknown>
  /** PNG of the whole document. */
  screenshot(): Promise<Uint8Array>
  close(): Promise<unknown>
}

/** One running browser process with the extension installed. */
export interface Driver {
  readonly name: BrowserName
  readonly process: { pid: number; exited: Promise<void> }
  /** `chrome-extension://id/` or `moz-extension://uuid/` */
  readonly extensionOrigin: string
  newTab(options?: { private?: boolean }): Promise<Tab>
  /** Evaluates a string-valued expression in the background context; undefined where the browser has no way in, or it sleeps. */
  evaluateInBackground(expression: string): Promise<string | undefined>
  backgroundIsRunning(): Promise<boolean>
  stopBackground(): Promise<void>
  close(): Promise<void>
}
