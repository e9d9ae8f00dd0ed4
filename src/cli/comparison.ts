import { isObject, join } from '../order/reading/reader.ts'

/** A fact that two documents say otherwise; undefined where one does not say it. */
export interface Changed {
  /** JSON path from the root of the document. */
  path: string
  before?: unknown
  after?: unknown
}

/** The facts that differ between two values, each at its own place. */
export function changesBetween(before: unknown, after: unknown, path = ''): Changed[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    const longer = before.length > after.length ? before : after
    return longer.flatMap((_, at) => changesBetween(before[at], after[at], `${path}[${at}]`))
  }
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => changesBetween(own(before, key), own(after, key), join(path, key)))
  }
  if (before === after || JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
