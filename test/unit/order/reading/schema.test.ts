import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import schema from '../../../../public/order.schema.json' with { type: 'json' }
import { bundled } from '../../../../src/bundled/bundled.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }
import schedules from '../../../fixtures/orders/schedules.json' with { type: 'json' }
import complete from '../../../../src/order/reading/complete.json' with { type: 'json' }
import { knownKeys } from './order-fields.ts'
import { parseOrder } from '../../../../src/order/reading/parse.ts'
import { refusedDocuments } from './refused-documents.ts'

const accepts = new Ajv2020({ strictTypes: false, strictRequired: false, strictTuples: false }).compile(schema)

/** What takes more than a schema: calendars, suffix lists, the URL standard, and how the parts fit together. */
const onlyTheParserKnows =
  /^(host-|url-|link|ip$|time-zone|text-|language|date|instant|decision-order|added-by|lifted-before-added|window-|measure-without-targets|term-reach|lifts-nothing)/

/** The first object of a document at a path without indexes. */
function objectAt(document: object, path: string): Record<string, unknown> {
  const steps = path.split('.').filter((step) => step !== '')
  const found = steps.reduce<object[]>(
    (above, step) =>
      above
        .flatMap((one) => (one as Record<string, unknown>)[step.replaceAll('[]', '')] ?? [])
        .filter((value): value is object => typeof value === 'object'),
    [document],
  )
  return found[0] as Record<string, unknown>
}

describe('the schema and the parser are of one mind', () => {
  it('about valid documents', () => {
    const valid = [
      minimal,
      complete,
      ...bundled.map(({ document }) => document),
      ...schedules.map(({ set }) => ({ ...minimal, ...set })),
    ]
    for (const document of valid) expect([accepts(document), accepts.errors]).toEqual([true, null])
  })

  // An unknown key is a warning of the parser: a later version's document must stay readable. An editor may be stricter,
  // for whoever writes a document has most likely misspelt it.
  it.each([...knownKeys.keys()])('about an unknown key in "%s": one warns, the other refuses', (path) => {
    const document = structuredClone(complete) as Record<string, unknown>
    objectAt(document, path)['unknownKey'] = 'x'
    const parsed = parseOrder(document)
    expect(parsed).toMatchObject({ ok: true, warnings: [{ code: 'unknown-key' }] })
    expect(accepts(document)).toBe(false)
  })

  for (const { name, document, issues } of refusedDocuments) {
    if (issues.every(({ code }) => onlyTheParserKnows.test(code))) continue
    it(`about: ${name}`, () => expect(accepts(document)).toBe(false))
  }
})
