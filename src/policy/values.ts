import { controlsInLine } from '../order/controls.ts'
import { normalizeHost } from '../order/hostname.ts'
import { isObject } from '../order/reading/reader.ts'

/** What a managed value says: the part of it that can be used, and what cannot, each at its place below the value. */
export interface Reading<Value> {
  /** Absent when nothing of it can be used. */
  value?: Value
  refusals: Refusal[]
}

export interface Refusal {
  /** Below the value: empty for the whole of it, `[2]`, `.google`. */
  at: string
  /** Goes on from the place: `must be true or false`. */
  message: string
}

export type Reader<Value> = (value: unknown) => Reading<Value>

/** A list longer than this is a mistake: its rest is not looked at. */
const mostEntries = 10_000

/** Of a name, a reason or an address: a page shows it as one line. */
const mostCharacters = 500

/** `true`, and what registries and consoles write for it. */
export function booleanValue(value: unknown): Reading<boolean> {
  const written = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (written === true || written === 1 || written === 'true' || written === '1') return good(true)
  if (written === false || written === 0 || written === 'false' || written === '0') return good(false)
  return refused('must be true or false')
}

export function choice<const Value extends string>(...values: Value[]): Reader<Value> {
  return (value) => {
    const meant = typeof value === 'string' ? values.find((one) => one === value.trim().toLowerCase()) : undefined
    return meant === undefined
      ? refused(`must be one of ${values.map((one) => `"${one}"`).join(', ')}`)
      : good(meant as Value)
  }
}

export function text(value: unknown): Reading<string> {
  if (typeof value !== 'string') return refused('must be a text')
  if (value.length > mostCharacters) return refused(`is longer than ${mostCharacters} characters`)
  return controlsInLine.test(value)
    ? refused('holds a control, bidirectional or zero-width character: remove it')
    : good(value)
}

export function webAddress(value: unknown): Reading<string> {
  const written = text(value)
  if (written.value === undefined) return written
  return URL.canParse(written.value) && new URL(written.value).protocol === 'https:'
    ? written
    : refused('must be an https address')
}

/** A domain name as the URL standard writes it. */
export function hostName(value: unknown): Reading<string> {
  if (typeof value !== 'string') return refused('must be a domain name')
  const name = normalizeHost(value.trim())
  return name.ok ? good(name.host) : refused(name.message)
}

/** A host that an order's block leaves out here, and why, in the administrator's words. */
export interface ExemptHost {
  host: string
  reason: string
}

/** `example.org Research agreement 12`, or `{"host": "example.org", "reason": "Research agreement 12"}`. */
export function exemptHost(value: unknown): Reading<ExemptHost> {
  const [name, why] =
    typeof value === 'string'
      ? [value.trim().split(/\s+/, 1)[0], value.trim().replace(/^\S+\s*/, '')]
      : isObject(value)
        ? [value['host'], value['reason']]
        : []
  const host = hostName(name)
  if (host.value === undefined) return { refusals: host.refusals }
  if (why === undefined || why === '')
    return refused('needs its reason behind the name, which is shown: "example.org Research agreement 12"')
  const reason = text(why)
  return reason.value === undefined
    ? { refusals: [{ at: '', message: `has a reason that ${reason.refusals[0]!.message}` }] }
    : good({ host: host.value, reason: reason.value })
}

/** A list each of whose entries `read` takes; a wrong one is left out. */
export function listOf<Value>(read: Reader<Value>): Reader<Value[]> {
  return (given) => {
    const entries = entriesOf(given)
    if (entries.value === undefined) return { refusals: entries.refusals }
    const reading: Required<Reading<Value[]>> = { value: [], refusals: [...entries.refusals] }
    entries.value.forEach((entry, at) => {
      const { value, refusals } = read(entry)
      if (value !== undefined) reading.value.push(value)
      for (const refusal of refusals) reading.refusals.push({ ...refusal, at: `[${at}]${refusal.at}` })
    })
    return reading
  }
}

/** An object, or the JSON text of one, each of whose values `read` takes; a wrong one is left out. */
export function record<Value>(read: Reader<Value>): Reader<Record<string, Value>> {
  return (given) => {
    const meant = typeof given === 'string' ? parsed(given) : given
    if (!isObject(meant)) return refused('must be an object')
    const entries: [string, Value][] = []
    const wrong: Refusal[] = []
    for (const [key, entry] of Object.entries(meant)) {
      const { value, refusals } = read(entry)
      if (value !== undefined) entries.push([key, value])
      for (const { at, message } of refusals) wrong.push({ at: `.${key}${at}`, message })
    }
    return { value: Object.fromEntries(entries), refusals: wrong }
  }
}

/**
 * The entries of a list in any of the forms in which it reaches a browser: a list; its JSON text, as the Windows registry
 * holds it; lines of text, as people paste it; one object where a list was meant.
 */
export function entriesOf(value: unknown): Reading<unknown[]> {
  if (Array.isArray(value)) return atMost(value)
  if (isObject(value)) return good([value])
  if (typeof value !== 'string') return refused('must be a list')
  const written = value.trim()
  const lines = written.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (!/^[[{]/.test(written)) return atMost(lines)
  const whole = parsed(written)
  if (whole !== undefined) return Array.isArray(whole) ? atMost(whole) : good([whole])
  return lines.length > 1 && lines.every((line) => isObject(parsed(line)))
    ? atMost(lines)
    : refused('must be a list: it is the text of one, but not JSON (look for a missing quote or comma)')
}

function atMost(entries: unknown[]): Reading<unknown[]> {
  if (entries.length <= mostEntries) return good(entries)
  return {
    value: entries.slice(0, mostEntries),
    refusals: [{ at: '', message: `has ${entries.length} entries: only the first ${mostEntries} are used` }],
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function good<Value>(value: Value): Required<Reading<Value>> {
  return { value, refusals: [] }
}

function refused(message: string): { refusals: Refusal[] } {
  return { refusals: [{ at: '', message }] }
}
