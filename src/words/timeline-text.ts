import type { Decision } from '../order/order.ts'
import type { OrderRecord } from '../standing/record.ts'
import { timelineOf, type Day, type Timeline, type TimelineEvent } from '../standing/timeline.ts'
import { valueOf } from '../order/targets/target.ts'
import { effectsText } from './effect-text.ts'
import { someOf } from './measure-facts.ts'
import { ruleText } from './durations.ts'
import { courtPhrase } from './names.ts'
import { type Detail, type Phrase } from './phrase.ts'
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
      details: [
        words.between(event.from, event.to, record.order.timeZone),
        ...(event.event ? [words.phrase(event.event)] : []),
        ...(event.targets ? [words.say('measureCovers', someOf(event.targets.map(valueOf), words))] : []),
      ],
    }
  if (event.kind === 'end') return { title: words.say('timelineEnd'), details: computedBy(record, words) }
  if (event.kind !== 'decision')
    return { title: words.say(titles[event.kind]), details: event.kind === 'today' ? [status] : [] }
  const { decision } = event
  const { order } = record
  // The order's own facts say the rest of the first one.
  if (decision === order.decisions[0]) return { title: words.say('timelineDecision'), details: [] }
  const { title, limits } = effectsText(decision, order, words)
  return { title, details: [...decisionDetails(decision, words), ...limits] }
}

/** The rule by which the last day follows, where that is an inference. */
function computedBy({ span, order }: OrderRecord, words: Words): string[] {
  const rule = span.endComputed ? ruleText(order.term, words) : ''
  return rule === '' ? [] : [words.say('computedBy', rule)]
}

function decisionDetails(decision: Decision, words: Words): Detail[] {
  const { chamber, docket, ecli, note } = decision
  const court = courtPhrase(decision, words)
  const identity = [court.text, chamber && words.text(chamber), docket, ecli].filter((part) => part !== undefined)
  return [{ ...court, text: identity.join(', ') }, ...(note ? [words.phrase(note)] : [])]
}
