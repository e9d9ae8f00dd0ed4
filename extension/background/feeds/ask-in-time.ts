import { asking, type Ask } from '../../../src/feed/get-over-http.ts'
import { browser } from '../../platform/browser.ts'

/** Milliseconds that one file may take. */
const patience = 120_000

/** Asks a server for a file. */
export const askInTime: Ask = (url) => fetch(url, { ...asking, signal: AbortSignal.timeout(patience) })

/** Milliseconds without a call after which a browser ends a background is thirty thousand. */
const callEvery = 20_000

/** Does some work, during which the browser does not take the background for idle. */
export async function awake<Value>(work: () => Promise<Value>): Promise<Value> {
  const calls = setInterval(() => void browser.runtime.getPlatformInfo(), callEvery)
  try {
    return await work()
  } finally {
    clearInterval(calls)
  }
}
