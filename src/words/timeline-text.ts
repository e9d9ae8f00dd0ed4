import type { Decision } from '../order/order.ts'
import type { OrderRecord } from '../standing/record.ts'
import { timelineOf, type Day, type Timeline, type TimelineEvent } from '../standing/timeline.ts'
import { phraseIn, type Detail, type Phrase } from './phrase.ts'
import type { Words } from './words.ts'

/** An order's timeline in words, with what its picture needs. */
export interface TimelineText extends Pick<Timeline, 'stretches' | 'today'> {
  days: DayText[]
}

export interface DayText extends Pick<Day, 'after'> {
  day: Phrase
  today: boolean
  events: { title: string; details: Detail[] }[]
}

/**
 * @param status in a word, for today
 * @param now epoch milliseconds
 */
export function timelineText(
  { record, beyondTerm }: { record: OrderRecord; beyondTerm: boolean },
  status: string,
  now: number,
  words: Words,
): TimelineText {
  const { days, stretches, today } = timelineOf(record, beyondTerm, now)
  return {
    stretches,
    today,
    days: days.map(({ date, approximate, events, after }) => ({
      day: { text: approximate ? words.say('about', words.date(date)) : words.date(date), date },
      today: events.some(({ kind }) => kind === 'today'),
      events: events.map((event) => eventText(event, { record, status, now }, words)),
      after,
    })),
  }
}

const titles = {
  served: 'timelineServed',
  implemented: 'timelineImplemented',
  start: 'timelineStart',
  end: 'timelineEnd',
  today: 'timelineToday',
} as const

interface Present {
  record: OrderRecord
  status: string
  now: number
}

function eventText(event: TimelineEvent, { record, status, now }: Present, words: Words): DayText['events'][number] {
  if (event.kind === 'window')
    return {
      title: words.say(event.from <= now ? 'timelineWindowOpen' : 'timelineWindowNext'),
      details: [words.between(event.from, event.to, record.order.timeZone)],
    }
  if (event.kind !== 'decision')
    return { title: words.say(titles[event.kind]), details: event.kind === 'today' ? [status] : [] }
  const { decision } = event
  const { order } = record
  // The order's own facts say the rest of the first one.
  if (decision === order.decisions[0]) return { title: words.say('timelineDecision'), details: [] }
  return { title: words.named('effect', decision.effect), details: decisionDetails(decision, order.language, words) }
}

function decisionDetails(decision: Decision, language: string, words: Words): Detail[] {
  const { court, chamber, docket, ecli, note } = decision
  const identity = [court, chamber, docket, ecli].filter((part) => part !== undefined).join(', ')
  return [phraseIn(identity, language, words.language), ...(note ? [words.phrase(note)] : [])]
}
