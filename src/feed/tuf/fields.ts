import { refuse } from './refusal.ts'

/** Readers of what metadata holds. Each refuses what is not of its kind, and names the place: `5.targets.json: signed.version`. */

export type Fields = Readonly<Record<string, unknown>>

export function fields(value: unknown, path: string): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : malformed(path, 'must be an object')
}

/** A field of an object; one that the object only inherits is not there. */
export function field(of: Fields, name: string): unknown {
  return Object.hasOwn(of, name) ? of[name] : undefined
}

/** An object that is used as a map, each value read. */
export function mapOf<Value>(
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map(Object.entries(fields(value, path)).map(([key, one]) => [key, read(one, `${path}.${key}`)]))
}

export function listOf<Value>(
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => Value,
): readonly Value[] {
  if (!Array.isArray(value)) malformed(path, 'must be a list')
  return (value as unknown[]).map((one, at) => read(one, `${path}[${at}]`))
}

export function text(value: unknown, path: string): string {
  return typeof value === 'string' ? value : malformed(path, 'must be a string')
}

/** A whole number that JavaScript and every other reader understand alike, `least` or more. */
export function whole(least: number): (value: unknown, path: string) => number {
  return (value, path) =>
    Number.isSafeInteger(value) && (value as number) >= least
      ? (value as number)
      : malformed(path, `must be a whole number from ${least} to 2^53 - 1`)
}

/** Undefined where a field is not there. */
export function optional<Value>(
  value: unknown,
  path: string,
  read: (value: unknown, path: string) => Value,
): Value | undefined {
  return value === undefined ? undefined : read(value, path)
}

/** Epoch milliseconds of `YYYY-MM-DDTHH:MM:SSZ`; fractions of a second, which some tools write, are taken too. */
export function instant(value: unknown, path: string): number {
  const written = text(value, path)
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(at) ? malformed(path, 'must be an instant such as 2030-01-31T00:00:00Z') : at
}

export function malformed(path: string, message: string): never {
  refuse('feed-malformed', path, message)
}
