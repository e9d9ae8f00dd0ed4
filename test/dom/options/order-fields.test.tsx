import { describe, expect, it } from 'vitest'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { isObject } from '../../../src/order/reading/reader.ts'
import { examples, knownKeys, orderFields } from '../../unit/order/reading/order-fields.ts'
import { pageOver, show } from './page.tsx'

/** Fields of which another value makes no difference on the page of an order, and why. */
const notShown: Record<string, string> = {
  $schema: 'editors find the schema by it',
  format: 'it is the same in every document',
  version: 'the technical details of the block page have it',
  language: 'it says in which language texts are read aloud',
  jurisdiction: 'it gives the time zone where the document has none',
  'term.openEnded': 'an order without it has another end, which is shown',
  crit: 'an order with a key that is not understood says so instead',
}

/** What a reader of an order's page sees: its text, and where its links lead. */
async function seen(document: object): Promise<string> {
  const { known, writ } = pageOver([{ values: document }])
  const page = await show(`#orders/${known.orders[0]!.record.key}`, known, writ)
  return [page.textContent, ...[...page.querySelectorAll('a')].map((link) => link.href)].join('\n')
}

/** Every object of a document at a path without indexes. */
function objectsAt(document: object, path: string): Record<string, unknown>[] {
  const steps = path.split('.').filter((step) => step !== '')
  return steps.reduce<unknown[]>(
    (above, step) => above.filter(isObject).flatMap((one) => [one[step.replace('[]', '')] ?? []].flat()),
    [document],
  ) as Record<string, unknown>[]
}

/** Each example with another value for a field, in each place where it has it: some of them are valid. */
function* variations({ parent, key }: { parent: string; key: string }): Generator<[before: object, after: object]> {
  for (const example of examples)
    for (const [at, holder] of objectsAt(example, parent).entries()) {
      if (!isObject(holder) || holder[key] === undefined) continue
      for (const other of [undefined, ...othersThan(holder[key]), ...wordsFor(example, parent, key, at)])
        yield [example, withValue(example, parent, key, at, other)]
    }
}

function withValue(example: object, parent: string, key: string, at: number, value: unknown): object {
  const document = structuredClone(example)
  objectsAt(document, parent)[at]![key] = value
  return document
}

function othersThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (Array.isArray(value)) return [value.slice(0, -1)]
  if (isObject(value))
    return [Object.fromEntries(Object.entries(value).map(([tag, text]) => [tag, `${String(text)} x`]))]
  const text = String(value)
  const lesser = [...text.matchAll(/[1-9]/g)].map(
    ({ 0: digit, index }) => text.slice(0, index) + (Number(digit) - 1) + text.slice(index + 1),
  )
  return [`${text}x`, ...lesser]
}

/** The words of which a field has one, as the parser says them. */
function wordsFor(example: object, parent: string, key: string, at: number): string[] {
  const parsed = parseOrder(withValue(example, parent, key, at, 'no such word'))
  const advice = parsed.ok ? [] : parsed.issues.filter(({ code }) => code === 'not-one-of')
  return advice.flatMap(({ message }) => [...message.matchAll(/"([^"]+)"/g)].map(([, word]) => word!))
}

const pages = new Map<object, string>()

async function isShown(field: { parent: string; key: string }): Promise<boolean> {
  for (const [before, after] of variations(field)) {
    if (!parseOrder(after).ok) continue
    if (!pages.has(before)) pages.set(before, await seen(before))
    if ((await seen(after)) !== pages.get(before)) return true
  }
  return false
}

/** What holds other fields is shown by them. */
const single = orderFields.filter(({ path }) => !knownKeys.has(path) && !knownKeys.has(`${path}[]`))

describe('a field of an order', () => {
  it.each(single)('$path has a place on its page, or a reason why not', async (field) => {
    const place = (await isShown(field)) ? 'on the page' : 'nowhere'
    expect(`${field.path}: ${place}`).toBe(`${field.path}: ${field.path in notShown ? 'nowhere' : 'on the page'}`)
  })

  it('that has a reason is one', () => {
    expect(Object.keys(notShown).filter((path) => !single.some((field) => field.path === path))).toEqual([])
  })
})
