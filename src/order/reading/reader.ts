import type { Issue } from '../issue.ts'
import { nearest } from './nearest.ts'

/**
 * Reading an unknown value: each reader gives the value it understands, or undefined after it has said what is wrong and
 * where. Nothing stops at the first problem.
 */
export type Reader<Value> = (value: unknown, path: string, report: Report) => Value | undefined

/** Details that an issue may have beside its message. */
type Details = Pick<Issue, 'parts' | 'meant'>

/** More would help nobody: a list with a million bad names has one mistake. */
const mostIssues = 1000

export class Report {
  /** Entries that cannot be used have been left out: a list may be empty for that. */
  readonly lenient: boolean
  readonly #issues = new Said('more-issues')
  readonly #warnings = new Said('more-warnings')

  readonly #known = new Set<string>()
  readonly #unknown = new Set<string>()

  constructor({ lenient = false } = {}) {
    this.lenient = lenient
  }

  issue(code: string, path: string, message: string, more: Details = {}): undefined {
    this.#issues.add({ code, path, message, ...more })
  }

  /** The issues of a part that was read by itself. */
  issuesBelow(path: string, issues: readonly Issue[]): undefined {
    for (const issue of issues) this.#issues.add({ ...issue, path: pathBelow(path, issue.path) })
  }

  warning(code: string, path: string, message: string, more: Details = {}): void {
    this.#warnings.add({ code, path, message, ...more })
  }

  /** Told of every object that is read, and of the keys that one there may have: for whoever gathers them. */
  object(_path: string, _keys: object): void {}

  /** Notes whether this version knows a key that the document has. */
  key(key: string, isKnown: boolean): void {
    ;(isKnown ? this.#known : this.#unknown).add(key)
  }

  /** Whether each place where the document has a key is one where it is known. */
  understands(key: string): boolean {
    return this.#known.has(key) && !this.#unknown.has(key)
  }

  get issues(): Issue[] {
    return this.#issues.all()
  }

  get warnings(): Issue[] {
    return this.#warnings.all()
  }
}

/** The first of what there is to say, and how much more there was. */
class Said {
  readonly #first: Issue[] = []
  readonly #code: string
  #left = 0

  /** @param code of the entry that says how much more there was */
  constructor(code: string) {
    this.#code = code
  }

  add(issue: Issue): void {
    if (this.#first.length < mostIssues) this.#first.push(issue)
    else this.#left++
  }

  all(): Issue[] {
    if (this.#left === 0) return this.#first
    return [
      ...this.#first,
      { code: this.#code, path: '', message: `and ${this.#left} more`, parts: [String(this.#left)] },
    ]
  }
}

export interface Field<Value, Required extends boolean = boolean> {
  read: Reader<Value>
  required: Required
}

export function required<Value>(read: Reader<Value>): Field<Value, true> {
  return { read, required: true }
}

export function optional<Value>(read: Reader<Value>): Field<Value, false> {
  return { read, required: false }
}

type Fields = Record<string, Field<unknown>>
type ValueOf<F> = F extends Field<infer Value> ? Value : never
type Read<F extends Fields> = {
  [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]>
} & {
  [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]>
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * An object of known keys. Other keys are kept out and reported as warnings; only own properties are looked at, so
 * `__proto__` and `constructor` are keys like any other. Undefined when a required one is missing or wrong.
 */
export function object<F extends Fields>(fields: F): Reader<Read<F>> {
  return (value, path, report) => {
    if (!isObject(value)) return report.issue('not-an-object', path, `must be an object, not ${kindOf(value)}`)
    report.object(path, fields)
    for (const key of Object.keys(value)) {
      const isKnown = Object.hasOwn(fields, key)
      report.key(key, isKnown)
      if (!isKnown) unknownKey(key, join(path, key), Object.keys(fields), report)
    }
    const entries: [string, unknown][] = []
    let complete = true
    for (const [key, field] of Object.entries(fields)) {
      const given = Object.hasOwn(value, key) ? value[key] : undefined
      if (given === undefined) {
        if (!field.required) continue
        report.issue('missing', join(path, key), 'is required')
        complete = false
        continue
      }
      const read = field.read(given, join(path, key), report)
      if (read === undefined) complete &&= !field.required
      else entries.push([key, read])
    }
    return complete ? (Object.fromEntries(entries) as Read<F>) : undefined
  }
}

function unknownKey(key: string, path: string, known: readonly string[], report: Report): void {
  const meant = nearest(key, known)
  report.warning('unknown-key', path, `is not known here and is left out${asked(meant)}`, meant ? { meant } : {})
}

/** Behind a message in English: the word that was probably meant. */
function asked(meant: string | undefined): string {
  return meant === undefined ? '' : `: did you mean "${meant}"?`
}

/** A list that has entries; undefined, too, where each of them is wrong. */
export function nonEmptyList<Value>(read: Reader<Value>, most?: number): Reader<[Value, ...Value[]]> {
  const any = list(read, most)
  return (value, path, report) => {
    if (Array.isArray(value) && value.length === 0) return report.issue('too-few', path, 'must have at least one entry')
    const [first, ...others] = any(value, path, report) ?? []
    return first === undefined ? undefined : [first, ...others]
  }
}

/**
 * An array, every item of which is read; wrong items are left out after they are reported.
 *
 * @param most how many it may have: more than any real order has, and no more than can be worked through in a moment
 */
export function list<Value>(read: Reader<Value>, most = Infinity): Reader<Value[]> {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report.issue('not-a-list', path, `must be a list, not ${kindOf(value)}`)
    if (value.length > most)
      return report.issue(
        'too-many',
        path,
        `has ${value.length} entries, more than ${most}: divide it into several orders`,
      )
    const items: Value[] = []
    value.forEach((item, index) => {
      const one = read(item, `${path}[${index}]`, report)
      if (one !== undefined) items.push(one)
    })
    return items
  }
}

export function oneOf<const Value extends string>(...values: Value[]): Reader<Value> {
  const allowed = values.map((one) => `"${one}"`).join(', ')
  return (value, path, report) => {
    if (values.includes(value as Value)) return value as Value
    const meant = typeof value === 'string' && values.length > 1 ? nearest(value, values) : undefined
    const more = { parts: [allowed], ...(meant === undefined ? {} : { meant }) }
    return report.issue('not-one-of', path, `must be one of ${allowed}${asked(meant)}`, more)
  }
}

export function flag(value: unknown, path: string, report: Report): boolean | undefined {
  return typeof value === 'boolean'
    ? value
    : report.issue('not-a-flag', path, `must be true or false, not ${kindOf(value)}`)
}

export function wholeNumber(atLeast: number): Reader<number> {
  return (value, path, report) =>
    Number.isSafeInteger(value) && (value as number) >= atLeast
      ? (value as number)
      : report.issue('not-a-number', path, `must be a whole number, ${atLeast} or more`)
}

/** A string that `accepts` takes, with the code and the advice for one that it does not. */
export function string(code: string, accepts: (text: string) => boolean, advice: string): Reader<string> {
  return (value, path, report) => {
    if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
    return accepts(value) ? value : report.issue(code, path, advice)
  }
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Where a place in a part, `inner`, lies in the whole: `orders[2]` and `term.until` make `orders[2].term.until`. */
export function pathBelow(path: string, inner: string): string {
  return inner === '' || inner.startsWith('[') || path === '' ? path + inner : `${path}.${inner}`
}

/** `targets[3].domain`; a key that is no plain word is quoted, so that a path can be read back. */
export function join(path: string, key: string): string {
  const part = /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key.slice(0, 80))
  return path === '' ? part : `${path}.${part}`
}
