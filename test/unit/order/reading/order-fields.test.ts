import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import schema from '../../../../public/order.schema.json' with { type: 'json' }
import { parseOrder } from '../../../../src/order/reading/parse.ts'
import { examples, fieldsIn, knownKeys, orderFields } from './order-fields.ts'

type Schema = Record<string, unknown>

/** A schema and all that it is made of where it stands: what it refers to, and its alternatives. */
function partsOf(one: Schema): Schema[] {
  const reference = one['$ref'] as string | undefined
  const referred = reference
    ?.split('/')
    .slice(1)
    .reduce((value, key) => value[key] as Schema, schema as Schema)
  const choices = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (one[keyword] as Schema[] | undefined) ?? [])
  return [one, ...[...(referred ? [referred] : []), ...choices].flatMap(partsOf)]
}

function propertiesOf(parts: readonly Schema[]): [key: string, value: Schema][] {
  return parts.flatMap(({ properties }) => Object.entries((properties ?? {}) as Record<string, Schema>))
}

/** The parts of the schema of what stands at a path: `decisions[].court`. */
function schemaAt(path: string): Schema[] {
  return path
    .split(/\.|(?=\[\])/)
    .filter((step) => step !== '')
    .reduce<Schema[]>((parts, step) => {
      const next =
        step === '[]'
          ? parts.flatMap(({ items }) => (items ? [items as Schema] : []))
          : propertiesOf(parts).flatMap(([key, value]) => (key === step ? [value] : []))
      return next.flatMap(partsOf)
    }, partsOf(schema))
}

/** Each line of the documentation that is about a key: its row of the table, or all below a heading that names it. */
function documentationOf(name: string): string {
  const lines = readFileSync('docs/order-format.md', 'utf8').split('\n')
  let heading = ''
  return lines
    .filter((line) => {
      if (line.startsWith('#')) heading = line
      return line.startsWith(`| \`${name}\``) || heading.includes(`\`${name}\``)
    })
    .join('\n')
}

function isDocumented(parent: string, key: string): boolean {
  const names = parent === '' ? [key] : parent.replaceAll('[]', '').split('.')
  const spans = [
    ...names
      .map(documentationOf)
      .join('\n')
      .matchAll(/`[^`]+`/g),
  ].join(' ')
  return new RegExp(`(?<![\\w-])\\$?${key.replace('$', '')}(?![\\w-])`).test(spans)
}

describe('every field that an order may have', () => {
  it('is told by the readers', () => {
    expect(orderFields.length).toBeGreaterThan(50)
    expect(orderFields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['id', 'decisions[].court', 'targets[].liftedOn', 'term.windows[].start']),
    )
  })

  it('is in the schema that editors use, public/order.schema.json', () => {
    const missing = [...knownKeys].flatMap(([path, keys]) => {
      const known = new Set(propertiesOf(schemaAt(path)).map(([key]) => key))
      return [...keys].filter((key) => !known.has(key)).map((key) => `${path}.${key}`)
    })
    expect(missing).toEqual([])
  })

  it('is in no schema alone: the parser reads it', () => {
    const unread = [...knownKeys].flatMap(([path, keys]) =>
      propertiesOf(schemaAt(path)).flatMap(([key]) => (keys.has(key) ? [] : [`${path}.${key}`])),
    )
    expect(unread).toEqual([])
  })

  it('is described in docs/order-format.md', () => {
    const missing = orderFields.filter(({ parent, key }) => !isDocumented(parent, key))
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  it('is in an example, src/order/reading/complete.json', () => {
    const given = new Set(examples.flatMap((example) => fieldsIn(example)))
    expect(orderFields.map(({ path }) => path).filter((path) => !given.has(path))).toEqual([])
  })
})

describe('the examples', () => {
  it('are valid, without a warning', () => {
    for (const example of examples) expect(parseOrder(example)).toMatchObject({ ok: true, warnings: [] })
  })
})
