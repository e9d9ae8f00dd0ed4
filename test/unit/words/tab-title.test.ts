import { expect, it } from 'vitest'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import { asked } from '../../../src/lookup/asked.ts'
import { explain } from '../../../src/lookup/explain.ts'
import { find } from '../../../src/lookup/find.ts'
import { memoryLibrary } from '../../../src/lookup/memory-library.ts'
import { parseOrder } from '../../../src/order/parse.ts'
import { defaults, type Settings } from '../../../src/policy/settings.ts'
import { explanationText } from '../../../src/words/explanation.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

const before = Date.parse('2020-06-01T00:00:00Z')
const after = Date.parse('2031-06-01T00:00:00Z')

function titleAt(now: number, afterTerm: Settings['afterTerm']): string {
  const parsed = parseOrder({ ...minimal, targets: ['a.example'] })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const library = memoryLibrary([{ order: parsed.value, provenance: 'user' }], 0)
  const question = asked('http://a.example/')!
  const choices = { ...defaults, afterTerm }
  const explanation = explain(question, find(question, library.index), library.records, { choices, now })
  return explanationText(explanation, wordsIn('en')!, { now }).title
}

it.each([
  ['is blocked by a court', before, 'stop', 'a.example: blocked by a court order'],
  ['is blocked by choice', after, 'continue', 'a.example: blocked beyond the order’s term'],
  ['is no longer blocked', after, 'stop', 'This site is not blocked'],
] as const)('the tab of what %s says so', (_, now, afterTerm, title) => expect(titleAt(now, afterTerm)).toBe(title))
