import { isObject } from '../../src/order/reading/reader.ts'
import { browser } from '../platform/browser.ts'

/** One typed item of what pages, background and private windows share. */
export interface Item<Value> {
  /** As changes of the storage tell it. */
  name: string
  get(): Promise<Value>
  set(value: Value): Promise<void>
}

/**
 * @param fits whether what is stored can be read; what cannot is as if it were not there
 * @param area `session` is empty when the browser starts
 */
export function item<Value>(
  name: string,
  initial: Value,
  fits: (stored: unknown) => boolean,
  area: 'local' | 'session' = 'local',
): Item<Value> {
  return {
    name,
    async get() {
      const stored = await browser.storage[area].get(name)
      return fits(stored[name]) ? (stored[name] as Value) : initial
    },
    async set(value) {
      await browser.storage[area].set({ [name]: value })
    },
  }
}

/** Whether the rules have been compared with the store since the browser started. */
export const verified = item('verified', false, (stored) => typeof stored === 'boolean', 'session')

/** Outcomes of the last reconciliations of rules, orders, settings and policy. A change tells pages to read again. */
export interface Reconciliations {
  /** Epoch ms of the last that succeeded; 0 where none has. */
  at: number
  /** The last that failed, newest first: epoch ms, and the browser's reason. */
  failures: { at: number; message: string }[]
}
export const reconciliations = item<Reconciliations>(
  'reconciliations',
  { at: 0, failures: [] },
  (stored) => isObject(stored) && Number.isFinite(stored['at']) && isFailures(stored['failures']),
)

function isFailures(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => isObject(one) && Number.isFinite(one['at']) && typeof one['message'] === 'string')
  )
}
