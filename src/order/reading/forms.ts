import { isObject, type Reader } from './reader.ts'

/** Readers of what may be written in several forms: short where there is little to say. */

/** One value, or a list of at least one: always read as a list. */
export function oneOrMore<Value>(read: Reader<Value>): Reader<[Value, ...Value[]]> {
  return (value, path, report) => {
    if (!Array.isArray(value)) {
      const one = read(value, path, report)
      return one === undefined ? undefined : [one]
    }
    if (value.length === 0) return report.issue('too-few', path, 'must have at least one entry')
    const items = value.flatMap((item, at) => read(item, `${path}[${at}]`, report) ?? [])
    return items.length === value.length ? (items as [Value, ...Value[]]) : undefined
  }
}

/** An object with one of these keys is read as such; everything else, a text or a text by language, in short form. */
export function eitherForm<Value>(keys: readonly string[], full: Reader<Value>, short: Reader<Value>): Reader<Value> {
  return (value, path, report) => {
    const isFull = isObject(value) && keys.some((key) => Object.hasOwn(value, key))
    return (isFull ? full : short)(value, path, report)
  }
}

/** A value made of what another reader gives. */
export function as<Given, Value>(read: Reader<Given>, make: (given: Given) => Value): Reader<Value> {
  return (value, path, report) => {
    const given = read(value, path, report)
    return given === undefined ? undefined : make(given)
  }
}
