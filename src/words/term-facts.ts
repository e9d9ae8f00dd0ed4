import { decisionAgainst } from '../order/time/schedule.ts'
import { statusAt } from '../order/time/status.ts'
import type { Term } from '../order/order.ts'
import type { OrderRecord } from '../standing/record.ts'
import { complyText, lastsText } from './durations.ts'
import { withoutEmptyFacts, withDoubt, type Fact } from './fact.ts'
import type { Words } from './words.ts'

/** Within how long, for how long, until what; and when somebody last made sure of it. */
export function termFacts({ order }: OrderRecord, words: Words): Fact[] {
  const { term, checkedOn } = order
  const inWords = typeof term.until === 'object' ? untilText(term, words) : undefined
  const fact = (key: Parameters<Words['say']>[0], text: string | undefined, path: string): Fact => ({
    term: words.say(key),
    details: text === undefined ? [] : [withDoubt(text, path, order, words)],
  })
  return withoutEmptyFacts([
    fact('factComplyWithin', complyText(term, words), 'term.complyWithin'),
    fact('factDuration', lastsText(term, words) ?? inWords, 'term.duration'),
    fact('factCheckedOn', checkedOn && words.date(checkedOn), 'checkedOn'),
  ])
}

/** Texts on what a term says of its own, without what it runs from: of a measure, or of a decision that changes the order's. */
export function termTexts(term: Term, words: Words): string[] {
  const { openEnded, served, implemented } = term
  return [
    complyText(term, words),
    lastsText(term, words),
    untilText(term, words),
    openEnded ? words.say('termOpen') : undefined,
    served && words.say('labelled', words.say('timelineServed'), words.date(served)),
    implemented && words.say('labelled', words.say('timelineImplemented'), words.date(implemented)),
  ].filter((text) => text !== undefined)
}

/** The end that a term names itself: a day, an event or a condition. */
export function untilText({ until }: Term, words: Words): string | undefined {
  if (until === undefined) return undefined
  if (typeof until === 'string') return words.say('termUntil', words.date(until))
  const { event, condition, date, review } = until
  const what = words.say('termUntil', words.text(event ?? condition ?? {}))
  return [what, date && words.date(date), review && words.say('termReview', words.date(review))]
    .filter((part) => part !== undefined)
    .join(', ')
}

/**
 * From when until when, as exactly as the document says and no more; of one that is lifted at `now` (epoch ms), when that
 * was. A day that follows from an inference is marked.
 */
export function termOf({ span, order, schedule }: OrderRecord, words: Words, now: number): string[] {
  const since = words.say(span.startApproximate ? 'termSinceAbout' : 'termSince', words.day(span.start, order.timeZone))
  const lifted = statusAt(schedule, now) === 'lifted' && decisionAgainst(order, now)
  if (lifted) return [since, words.say('termLifted', words.date(lifted.date))]
  if (span.end === undefined)
    return [since, typeof order.term.until === 'object' ? untilText(order.term, words)! : words.say('termOpen')]
  // The last day is the one that is over at the end.
  const last = words.day(span.end - 1, order.timeZone)
  const until = words.say(span.endApproximate ? 'termUntilAbout' : 'termUntil', last)
  return [since, span.endComputed ? words.say('computed', until) : until]
}
