import type { HeldValues } from '../../src/policy/held-values.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { browser } from '../platform/browser.ts'

/** One typed item of what pages, background and private windows share. */
export interface Item<Value> {
  /** As changes of the storage tell it. */
  name: string
  get(): Promise<Value>
  set(value: Value): Promise<void>
}

/** @param area `session` is empty when the browser starts */
export function item<Value>(name: string, initial: Value, area: 'local' | 'session' = 'local'): Item<Value> {
  return {
    name,
    async get() {
      const stored = await browser.storage[area].get(name)
      return (stored[name] as Value | undefined) ?? initial
    },
    async set(value) {
      await browser.storage[area].set({ [name]: value })
    },
  }
}

/** Choices of this browser's user. */
export const userSettings = item<Partial<Settings>>('settings', {})

/** Whether the rules have been compared with the store since the browser started. */
export const verified = item('verified', false, 'session')

/** The managed values that hold: applied at a start before the browser has read its policy. */
export const lastManaged = item<HeldValues | null>('lastManaged', null)

/** Outcomes of the last reconciliations of rules, orders, settings and policy. A change tells pages to read again. */
export interface Reconciliations {
  /** Epoch ms of the last that succeeded; 0 where none has. */
  at: number
  /** The last that failed, newest first: epoch ms, and the browser's reason. */
  failures: { at: number; message: string }[]
}
export const reconciliations = item<Reconciliations>('reconciliations', { at: 0, failures: [] })
