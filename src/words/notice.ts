import type { ExplainedOrder } from '../standing/explain.ts'
import type { OrderHere } from '../standing/here.ts'
import type { OrderRecord } from '../standing/record.ts'
import { decisionAgainst } from '../order/time/schedule.ts'
import { courtOf } from './names.ts'
import { isLive, nextWith, type Status } from '../order/time/status.ts'
import { momentIn } from './moment.ts'
import type { Words } from './words.ts'

/** An order as it is here; with `entry`, as it is for one address. */
export type ShownOrder = OrderHere & Partial<Pick<ExplainedOrder, 'entry' | 'exception'>>

/** The sentence that comes before anything else where the order is not simply in force at `now` (epoch ms). */
export function noticeOf(
  { record, status, applied, beyondTerm, byOrganisation, exception, entry }: ShownOrder,
  words: Words,
  now: number,
): string | undefined {
  const { span, order } = record
  const day = (at: number) => words.day(at, order.timeZone)
  const overSince = record.schedule.findLast((one) => one.status === 'ended' && (one.from ?? now) <= now)?.from
  const end = overSince ?? span.end
  const last = end === undefined ? '' : day(end - 1)
  const ended = span.endApproximate ? words.say('about', last) : last
  if (exception)
    return exception.reason === undefined
      ? words.say('noticeProtected', exception.name)
      : words.say('noticeExempt', exception.name, exception.reason)
  if (order.notUnderstood.length > 0) return words.say('noticeNotUnderstood', words.list(order.notUnderstood))
  const isOver = entry?.standing === 'lifted' || entry?.standing === 'suspended'
  if (entry && isOver && status !== 'lifted') return entryNotice(entry, record, words)
  if (entry?.standing === 'to-come' && isToApply(status)) return entryNotice(entry, record, words)
  if (entry?.standing === 'held') return entryNotice(entry, record, words)
  if (applied && entry && !entry.block) return words.say(entry.delist ? 'noticeDelisted' : 'noticeNotEnforced')
  if (beyondTerm) return words.say(byOrganisation ? 'noticeBeyondOrganisation' : 'noticeBeyondYou', ended)
  if (status === 'unknown') return unknownNotice(record, applied, words, now)
  if (status === 'in-force') return applied ? undefined : words.say('noticeListed')
  if (status === 'ended') return words.say('noticeEnded', ended)
  if (status === 'pending')
    return words.say(
      'noticePending',
      day(nextWith(['in-force', 'unknown', 'paused'], record.schedule, now) ?? span.start),
    )
  if (status === 'paused') {
    const next = nextWith(['in-force', 'unknown'], record.schedule, now)
    return next === undefined
      ? words.say('noticePaused')
      : words.say('noticePausedUntil', words.instant(next, order.timeZone))
  }
  const against = decisionAgainst(order, now)
  const key = status === 'lifted' ? 'noticeLifted' : 'noticeSuspended'
  return against && words.say(key, words.date(against.date), courtOf(against, words))
}

/** Why the status is not known, and whether the order is applied all the same. */
function unknownNotice(record: OrderRecord, applied: boolean, words: Words, now: number): string {
  return `${whyUnknown(record, words, now)} ${words.say(applied ? 'noticeUnknownApplied' : 'noticeUnknownListed')}`
}

/** Why the status of an order is not known at `now` (epoch ms). */
export function whyUnknown({ order, span }: OrderRecord, words: Words, now: number): string {
  const checked =
    order.checkedOn ??
    order.decisions
      .map(({ date }) => date)
      .toSorted()
      .at(-1)!
  const isStale = span.unknownFrom !== undefined && now >= span.unknownFrom
  return isStale ? words.say('noticeUnknown', words.date(checked)) : words.say('noticeUnknownStart')
}

/**
 * Says since when a single name is no longer covered, from when on it is, or that it is held; undefined for one that counts
 * now.
 */
export function entryNotice(
  { standing, value, from, until }: Pick<ExplainedOrder['entry'], 'standing' | 'value' | 'from' | 'until'>,
  { order: { timeZone } }: OrderRecord,
  words: Words,
): string | undefined {
  if (standing === 'held') return words.say('noticeHeld', value)
  if (standing === 'lifted' || standing === 'suspended') {
    // In none of an order's windows it is covered by none of them.
    if (until === undefined) return words.say('noticePaused')
    const since = momentIn(until, timeZone, words)
    return words.say(standing === 'lifted' ? 'noticeNameLifted' : 'noticeNameSuspended', since)
  }
  return standing === 'to-come' ? words.say('noticeNamePending', momentIn(from!, timeZone, words)) : undefined
}

/** Whether an order is applied now, or is to be. */
function isToApply(status: Status): boolean {
  return isLive(status) || status === 'paused' || status === 'pending'
}
