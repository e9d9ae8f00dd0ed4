import { isObject } from '../../src/order/reading/reader.ts'
import { isEffective } from '../../src/policy/effective-settings.ts'
import type { State } from './stored-state.ts'

/** Whether what is stored under a name has the form that every reader of it relies on. */
export function fits<K extends keyof State>(key: K, stored: unknown): stored is State[K] {
  return checks[key](stored)
}

const checks: Record<keyof State, (stored: unknown) => boolean> = {
  index: (stored) =>
    isObject(stored) &&
    typeof stored['digest'] === 'string' &&
    Number.isSafeInteger(stored['bucketCount']) &&
    isListOf('string', stored['orders']) &&
    isListOf('number', stored['sums']),
  names: (stored) =>
    isObject(stored) && isObject(stored['filter']) && typeof stored['filter']['fingerprints'] === 'string',
  enforced: (stored) =>
    isObject(stored) &&
    typeof stored['fingerprint'] === 'string' &&
    ['at', 'domains', 'urls', 'rules'].every((count) => Number.isFinite(stored[count])) &&
    isListOf('object', stored['orders']) &&
    isListOf('object', stored['limitations']) &&
    isObject(stored['watch']) &&
    ['committed', 'moved'].every((list) => isWatched((stored['watch'] as Record<string, unknown>)[list])),
  effective: isEffective,
  managed: (stored) => isObject(stored) && isObject(stored['values']) && isListOf('string', stored['missing']),
  search: (stored) =>
    isObject(stored) &&
    typeof stored['signature'] === 'string' &&
    isObject(stored['filter']) &&
    isListOf('string', stored['engines']) &&
    isListOf('string', stored['instances']),
  seen: (stored) => Number.isFinite(stored),
  // Whoever reads them checks each of them: one that is damaged takes no other along.
  settings: () => true,
  unfinished: (stored) => stored === true,
}

function isListOf(type: 'string' | 'number' | 'object', value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === type && entry !== null)
}

/** A list of hosts to listen to, or `all`. */
export function isWatched(value: unknown): boolean {
  return value === 'all' || isListOf('string', value)
}
