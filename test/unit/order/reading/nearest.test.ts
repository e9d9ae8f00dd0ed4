import { expect, it } from 'vitest'
import { nearest } from '../../../../src/order/reading/nearest.ts'

it.each([
  ['adressees', ['applicants', 'addressees'], 'addressees'],
  ['judgement', ['interim', 'judgment'], 'judgment'],
  ['LegalBasis', ['legalBasis'], 'legalBasis'],
  ['tilte', ['title', 'targets'], 'title'],
  ['colour', ['court', 'date'], undefined],
  ['x', ['id'], undefined],
])('%s among %j is %s', (written, known, meant) => expect(nearest(written, known)).toBe(meant))
