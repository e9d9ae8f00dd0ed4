import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import schema from '../../../../public/order.schema.json' with { type: 'json' }
import { bundled } from '../../../../src/bundled/bundled.ts'
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }
import schedules from '../../../fixtures/orders/schedules.json' with { type: 'json' }
import { refusedDocuments } from './refused-documents.ts'

const accepts = new Ajv2020({ strictTypes: false, strictRequired: false, strictTuples: false }).compile(schema)

/** What takes more than a schema: calendars, suffix lists, the URL standard, and how the parts fit together. */
const onlyTheParserKnows =
  /^(host-|url-|link|ip$|time-zone|text-|language|date|instant|decision-order|added-by|lifted-before-added|window-|measure-without-targets|term-reach|lifts-nothing)/

describe('the schema and the parser are of one mind', () => {
  it('about valid documents', () => {
    const valid = [
      minimal,
      ...bundled.map(({ document }) => document),
      ...schedules.map(({ set }) => ({ ...minimal, ...set })),
    ]
    for (const document of valid) expect([accepts(document), accepts.errors]).toEqual([true, null])
  })

  for (const { name, document, issues } of refusedDocuments) {
    if (issues.every(({ code }) => onlyTheParserKnows.test(code))) continue
    it(`about: ${name}`, () => expect(accepts(document)).toBe(false))
  }
})
