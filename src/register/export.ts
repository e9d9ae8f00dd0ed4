import { csvRow } from '../csv.ts'
import type { RegisterEntry } from './entry.ts'

interface ExportContext {
  /** Epoch milliseconds. */
  at: number
  /** IANA zone of the computer, for times as its user read them. */
  timeZone: string
  /** The extension's version. */
  version: string
}

const columns = [
  'time_utc',
  'time_local',
  'event',
  'beyond_term_by_choice',
  'order',
  'version',
  'sha256',
  'provenance',
  'targets',
  'feed',
  'feed_root_sha256',
  'feed_version',
] as const

/** RFC 4180, with a header line and CRLF ends. */
export function registerCsv(entries: readonly RegisterEntry[], { timeZone }: Pick<ExportContext, 'timeZone'>): string {
  const rows = entries.map(({ at, event, beyondTerm, order, version, digest, provenance, feed, targets }) => [
    new Date(at).toISOString(),
    localTime(at, timeZone),
    event,
    beyondTerm ? 'yes' : 'no',
    order,
    String(version),
    digest,
    provenance,
    String(targets),
    feed?.address ?? '',
    feed?.root ?? '',
    feed ? String(feed.version) : '',
  ])
  return [columns, ...rows].map(csvRow).join('')
}

export function registerJson(entries: readonly RegisterEntry[], { at, timeZone, version }: ExportContext): string {
  const register = {
    format: 'writ-register/1',
    exportedAt: new Date(at).toISOString(),
    timeZone,
    clock: 'Times are those of the clock of the computer on which the orders were applied.',
    extensionVersion: version,
    entries: entries.map(({ at: then, ...entry }) => ({
      timeUtc: new Date(then).toISOString(),
      timeLocal: localTime(then, timeZone),
      ...entry,
    })),
  }
  return `${JSON.stringify(register, null, 2)}\n`
}

/** ISO 8601 with the zone's offset at that time: `2026-07-01T14:05:09+02:00`. */
export function localTime(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`
}
