import type { Page } from 'puppeteer-core'

/** One thing that is stored, and what it becomes: in the database by store and key, or in an area of the browser's storage. */
export interface Damage {
  place: string
  /** Its key; every key where it is absent; keys that begin with it where it ends in `*`. */
  key?: string
  /** Absent where it is deleted. */
  value?: unknown
}

/** Damages what the extension has stored. @param page one of its own */
export function damage(page: Page, { place, key, value }: Damage): Promise<number> {
  return page.evaluate(
    async (place, key, json) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>
      const value: unknown = json === undefined ? undefined : JSON.parse(json)
      if (place === 'local' || place === 'session') {
        const area = (browser ?? chrome).storage[place]
        await (value === undefined ? area.remove(key!) : area.set({ [key!]: value }))
        return 1
      }
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('writ')
        opening.addEventListener('success', () => done(opening.result))
      })
      const transaction = database.transaction(place, 'readwrite')
      const ended = new Promise((done) => transaction.addEventListener('complete', done))
      const store = transaction.objectStore(place)
      const keys = await new Promise<IDBValidKey[]>((done) => {
        const asking = store.getAllKeys()
        asking.addEventListener('success', () => done(asking.result))
      })
      const meant = keys.filter(
        (one) =>
          key === undefined || String(one) === key || (key.endsWith('*') && String(one).startsWith(key.slice(0, -1))),
      )
      for (const one of meant)
        if (value === undefined) store.delete(one)
        else store.put(value, ...(store.keyPath === null ? [one] : []))
      await ended
      database.close()
      return meant.length
    },
    place,
    key,
    value === undefined ? undefined : JSON.stringify(value),
  )
}

interface Api {
  storage: Record<'local' | 'session', { set(items: object): Promise<void>; remove(key: string): Promise<void> }>
}
