import schema from '../../public/managed_schema.json' with { type: 'json' }
import type { Issue } from '../order/issue.ts'
import { isObject, join, kindOf, Report, type Reader } from '../order/reading/reader.ts'

/** The managed settings that Chromium hands to the extension, and issues for those that it withholds. */
interface Delivered {
  settings: Record<string, unknown>
  /** Issues for what it withheld; Chromium reports this nowhere. */
  issues: Issue[]
}

interface Schema {
  type: string
  items?: Schema
  additionalProperties?: Schema
}

/**
 * Chromium checks each setting by the extension's schema, and drops a setting whole when one part of it has another type:
 * a list with one bad entry is lost with all its good ones (measured in Chromium 156). Settings that the schema does not
 * know are dropped too; `readPolicy` says so.
 */
export function deliverByChromium(managed: Record<string, unknown>): Delivered {
  const settings: Record<string, unknown> = {}
  const report = new Report()
  for (const [key, value] of Object.entries(managed)) {
    if (!Object.hasOwn(schema.properties, key)) continue
    const fitting = ofType(schema.properties[key as keyof typeof schema.properties])(value, key, report)
    if (fitting !== undefined) settings[key] = fitting
  }
  return { settings, issues: report.issues }
}

/** Takes a value whole, or reports the first part of it that is not of the schema's type. */
function ofType({ type, items, additionalProperties }: Schema): Reader<unknown> {
  return (value, path, report) => {
    const fits = type === 'array' ? Array.isArray(value) : type === 'object' ? isObject(value) : typeof value === type
    if (!fits) return report.issue('wrong-type', path, dropped(path, type, value))
    const parts: [string, unknown, Schema][] = []
    if (items && Array.isArray(value)) value.forEach((entry, at) => parts.push([`${path}[${at}]`, entry, items]))
    if (additionalProperties && isObject(value))
      for (const [key, entry] of Object.entries(value)) parts.push([join(path, key), entry, additionalProperties])
    return parts.every(([at, entry, below]) => ofType(below)(entry, at, report) !== undefined) ? value : undefined
  }
}

/** The setting in which a path lies: `orders` of `orders[2].title`. */
export function settingOf(path: string): string {
  return path.replace(/[.[].*$/, '')
}

const names: Record<string, string> = {
  array: 'a list',
  object: 'an object',
  string: 'a text',
  boolean: 'true or false',
}

function dropped(path: string, type: string, value: unknown): string {
  const console = isObject(value) && 'Value' in value ? ' ("Value" is for the admin console alone)' : ''
  return `must be ${names[type]}, not ${kindOf(value)}${console}: Chromium drops the whole of "${settingOf(path)}" and says nothing`
}
