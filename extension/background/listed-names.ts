import type { StoredNames } from '../store/stored-state.ts'
import { mayCover } from '../../src/names/name-filter.ts'
import { withoutFinalDot } from '../../src/order/final-dot.ts'
import { database } from '../store/database.ts'
import { readState } from '../store/state.ts'

let read: Promise<StoredNames | undefined> | undefined

/**
 * Whether an order may list the host of `url` or a name above it: false only where none does. Query at every navigation
 * where the listed names are too many to be listened for, so the answer comes from memory.
 */
export async function mayBeListed(url: string): Promise<boolean> {
  read ??= readNames()
  const names = await read
  return names === undefined || mayCover(names.filter, withoutFinalDot(new URL(url).hostname))
}

/** After a failure the next call tries again. */
async function readNames(): Promise<StoredNames | undefined> {
  try {
    return await readState(await database(), 'names')
  } catch (error) {
    read = undefined
    throw error
  }
}

/** To be called when the index has changed. */
export function forgetListedNames(): void {
  read = undefined
}
