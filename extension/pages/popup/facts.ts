import type { ExplainedOrder } from '../../../src/standing/explain.ts'
import { instant } from '../../../src/order/time/calendar.ts'
import { nextWith } from '../../../src/order/time/status.ts'
import type { Fact } from '../../../src/words/fact.ts'
import { decidedBy } from '../../../src/words/order-facts.ts'
import { remedyFacts } from '../../../src/words/remedy-facts.ts'
import { termOf } from '../../../src/words/term-facts.ts'
import type { Words } from '../../../src/words/words.ts'

/** The popup's facts on an order: who decided; until when; how to contest it. */
export function factsOf({ record, status }: ExplainedOrder, now: number, words: Words): Fact[] {
  const { order } = record
  const { court, identity } = decidedBy(record, words)
  const basis = order.legalBasis.map(({ citation }) => words.phrase(citation))
  const opens = nextWith(['in-force', 'unknown'], record.schedule, now)
  const window = order.term.windows?.find(({ start }) => instant(start) === opens)
  const next =
    status === 'paused' && window
      ? [
          words.say(
            'labelled',
            words.say('timelineWindowNext'),
            words.between(instant(window.start), instant(window.end), order.timeZone),
          ),
        ]
      : []
  const [remedy, ...rest] = remedyFacts(record, words)
  const contact = rest.find(({ term }) => term === words.say('factContact'))
  return [
    { term: words.say('group_decision'), details: [court, identity, ...basis.slice(0, 1)] },
    {
      term: words.say('group_term'),
      details: [...termOf(record, words, now), ...next],
    },
    { term: words.say('group_remedies'), details: [...(remedy?.details ?? []), ...(contact?.details ?? [])] },
  ]
}
