import { afterAll, beforeAll, describe, inject, onTestFinished } from 'vitest'
import type { BrowserName } from './find-browser.mjs'
import { startInternet, type Internet } from './internet.mjs'
import { closeTab, launch, until, type Launched, type LaunchOptions } from './launch.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser of this run: each end-to-end file runs once for each browser (vite.config.ts). */
    browser: BrowserName
  }
}

/** Where a group of tests takes place. */
export interface Place {
  name: BrowserName
  /** Filled before the first test and hook of the group. */
  internet: Internet
  /** Launches a browser on this internet, which is closed when the test is over, however it ends. */
  start(options?: LaunchOptions): Promise<Launched>
}

/**
 * A group of tests, each of which starts its own browser.
 *
 * @param title `%s` stands for the browser's name
 */
export function inBrowsers(title: string, tests: (place: Place) => void): void
/** A group of tests in one browser with the extension: there before the first of them, gone after the last. */
export function inBrowsers(
  title: string,
  options: LaunchOptions,
  tests: (place: Place & { writ: Launched }) => void,
): void
export function inBrowsers(
  title: string,
  ...[given, inOne]: [(place: Place) => void] | [LaunchOptions, (place: Place & { writ: Launched }) => void]
): void {
  const name = inject('browser')
  describe.each([name])(title, () => {
    const usual: LaunchOptions = { language: 'en', usedProfile: inject('usedProfile') }
    const internet = {} as Internet
    const writ = {} as Launched
    beforeAll(async () => void Object.assign(internet, await startInternet()))
    afterAll(() => internet.close())

    async function start(options: LaunchOptions = {}): Promise<Launched> {
      const own = await launch(name, { internet, ...usual, ...options })
      onTestFinished(() => own.close())
      await isReady(own)
      return own
    }
    if (typeof given === 'function') return given({ name, internet, start })

    beforeAll(async () => {
      Object.assign(writ, await launch(name, { internet, ...usual, ...given }))
      await isReady(writ)
    })
    afterAll(() => writ.close())
    inOne!({ name, internet, start, writ })
  })
}

/** The rules of the first start may come after the browser says that the extension is installed: its page waits for them. */
async function isReady(writ: Launched): Promise<void> {
  const welcome = await writ.openOwn('welcome')
  await until(welcome, ({ text }) => text.includes('AlloStreaming'))
  await closeTab(welcome)
}
