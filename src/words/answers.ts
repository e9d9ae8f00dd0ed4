import type { ExplainedOrder } from '../standing/explain.ts'
import { decisionOn } from './ground.ts'
import { courtPhrase, namesOf } from './names.ts'
import type { Detail, Phrase } from './phrase.ts'
import { remedyFacts } from './remedy-facts.ts'
import { termOf } from './term-facts.ts'
import { instant } from '../order/time/calendar.ts'
import { nextWith } from '../order/time/status.ts'
import { withoutEmptyFacts } from './fact.ts'
import { timelineText, type TimelineText } from './timeline-text.ts'
import type { Words } from './words.ts'

/** One of the answers that whoever meets a block gets at once: who decided, on what basis, until when, how to disagree. */
export interface Answer {
  name: 'decided' | 'basis' | 'term' | 'remedy'
  question: string
  answer: Detail
  /** Facts that make it exact. */
  more: Detail[]
  link?: { text: string; url: string }
  bar?: TermBar
}

/** The order's life as a picture, with the days at its ends. */
export interface TermBar extends Pick<TimelineText, 'stretches' | 'today'> {
  from: Phrase
  /** Nothing where it has no end. */
  to?: Phrase
}

/** @param now epoch milliseconds */
export function answersOf(order: ExplainedOrder, words: Words, now: number): Answer[] {
  return [decided(order, words), basis(order, words), term(order, words, now), remedy(order, words)]
}

function answer(name: Answer['name'], details: readonly Detail[], words: Words, rest: Partial<Answer> = {}): Answer {
  const [first = words.say('answerNotSaid'), ...more] =
    withoutEmptyFacts([{ term: '', details: [...details] }])[0]?.details ?? []
  return { name, question: words.named('answer', name), answer: first, more, ...rest }
}

function linkTo(text: 'linkRead' | 'linkLaw' | 'linkHow', url: string | undefined, words: Words): Partial<Answer> {
  return url === undefined ? {} : { link: { text: words.say(text), url } }
}

/** By the decision that covers what was asked for: a later one may have added it. */
function decided(order: ExplainedOrder, words: Words): Answer {
  const decision = decisionOn(order)
  const { kind, date, docket, ecli, url } = decision
  const identity = [
    words.named('kind', kind),
    words.date(date),
    docket ?? ecli,
    words.region(order.record.order.jurisdiction),
  ].filter((part) => part !== undefined)
  return answer('decided', [courtPhrase(decision, words), identity.join(', ')], words, linkTo('linkRead', url, words))
}

function basis({ record: { order } }: ExplainedOrder, words: Words): Answer {
  const { legalBasis, applicants, reasons } = order
  const citations =
    legalBasis.length > 0
      ? legalBasis.slice(0, 1).map(({ citation }) => words.phrase(citation))
      : reasons.slice(0, 1).map(({ category }) => words.named('reason', category))
  const names = namesOf(applicants, words)
  const more = names.length > mostNames ? [words.count('more', names.length - mostNames)] : []
  const requested =
    names.length === 0 ? '' : words.say('answerRequested', words.list([...names.slice(0, mostNames), ...more]))
  return answer(
    'basis',
    [...(citations.length > 0 ? citations : [words.say('answerNotSaid')]), requested],
    words,
    linkTo('linkLaw', legalBasis[0]?.url, words),
  )
}

/** Names that fit in a line. */
const mostNames = 2

function term(order: ExplainedOrder, words: Words, now: number): Answer {
  const { record, status, beyondTerm } = order
  const { schedule, span } = record
  const [since, end] = termOf(record, words, now)
  const days = span.end === undefined ? undefined : Math.ceil((span.end - now) / dayLength)
  const left =
    days !== undefined && days > 0 && days <= mostDays && status !== 'lifted' ? words.count('daysLeft', days) : ''
  const opens = nextWith(['in-force', 'unknown'], schedule, now)
  const window = record.order.term.windows?.find(({ start }) => instant(start) === opens)
  const next =
    status === 'paused' && window
      ? words.say(
          'labelled',
          words.say('timelineWindowNext'),
          words.between(instant(window.start), instant(window.end), record.order.timeZone),
        )
      : ''
  const timeline = timelineText(order, '', now, words)
  const goesOn = beyondTerm || span.end === undefined
  const bar: TermBar = {
    ...timeline,
    from: timeline.days[0]!.day,
    ...(goesOn ? {} : { to: timeline.days.at(-1)!.day }),
  }
  return answer('term', [end ?? since ?? '', left, ...(end === undefined ? [] : [since ?? '']), next], words, { bar })
}

const dayLength = 86_400_000

/** Beyond two years nobody counts in days. */
const mostDays = 731

function remedy({ record }: ExplainedOrder, words: Words): Answer {
  const [first, ...rest] = remedyFacts(record, words)
  const contact = rest.find(({ term: what }) => what === words.say('factContact'))
  const url = record.order.contest.find((way) => way.url !== undefined)?.url
  return answer(
    'remedy',
    [...(first?.details.slice(0, 1) ?? []), ...(contact?.details.slice(0, 1) ?? [])],
    words,
    linkTo('linkHow', url, words),
  )
}
