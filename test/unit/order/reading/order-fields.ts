import { readOrder } from '../../../../src/order/reading/parse.ts'
import { isObject, Report } from '../../../../src/order/reading/reader.ts'
import complete from '../../../../src/order/reading/complete.json' with { type: 'json' }

/**
 * The fields that an order may have, as the readers themselves tell while they read the examples: a field that is added to
 * a reader is here at once. Fields of what may stand in several places, a target or a term, are those of the first.
 */
export interface OrderField {
  /** `decisions[].court` */
  path: string
  /** The object that has it: `decisions[]`, empty for the document. */
  parent: string
  key: string
}

/**
 * Documents that have, all in all, every field. `complete.json` is the place for a new one; as a term has one end, each
 * other end has an example of its own.
 */
export const examples: readonly object[] = [
  complete,
  ...[{ until: '2022-12-31' }, { openEnded: true }].map((term) => ({ ...complete, term })),
]

/** Keys of the document's objects, by path without indexes. */
class KeyCollector extends Report {
  readonly keys = new Map<string, Set<string>>()

  override object(path: string, keys: object): void {
    const at = path.replaceAll(/\[\d+\]/g, '[]')
    this.keys.set(at, new Set([...(this.keys.get(at) ?? []), ...Object.keys(keys)]))
  }
}

function collectedKeys(): ReadonlyMap<string, ReadonlySet<string>> {
  const collector = new KeyCollector()
  for (const example of examples) readOrder(example, collector)
  return collector.keys
}

/** Every object of a document by its path without indexes, with the keys that it may have. */
export const knownKeys = collectedKeys()

/** The first path at which an object of the same kind stands: `targets[]` for `measures[].targets[]`. */
export function firstPlaceOf(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1)
  const keys = [...(knownKeys.get(path) ?? [])]
  const places = [...knownKeys].filter(([place, known]) => {
    const isOfName = place === name || place.endsWith(`.${name}`)
    return isOfName && keys.every((key) => known.has(key))
  })
  return places.map(([place]) => place).toSorted((a, b) => a.length - b.length)[0] ?? path
}

export const orderFields: readonly OrderField[] = [...knownKeys].flatMap(([parent, keys]) =>
  firstPlaceOf(parent) === parent
    ? [...keys].map((key) => ({ path: parent === '' ? key : `${parent}.${key}`, parent, key }))
    : [],
)

/** Every field that a value has, by the first place where one may stand. */
export function fieldsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => fieldsIn(item, `${path}[]`))
  if (!isObject(value) || !knownKeys.has(path)) return []
  return Object.entries(value).flatMap(([key, below]) => {
    const at = (place: string) => (place === '' ? key : `${place}.${key}`)
    return [at(firstPlaceOf(path)), ...fieldsIn(below, at(path))]
  })
}
