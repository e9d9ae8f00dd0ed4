const minute = 60 * 1000
const hour = 60 * minute
const day = 24 * hour

/** Time between two polls, and by which share it differs each time: else all browsers of an office would ask at once. */
const period = 6 * hour
const jitter = 0.2

/** Over how long the polls of browsers are spread that start at the same time. */
const startSpread = 30 * minute

/** Time until a feed that was never read is asked again: who installs Writ may not be in the network yet. */
const firstRetry = 5 * minute

/** Polls of a feed, as they are remembered. */
export interface Polls {
  /** Epoch milliseconds; undefined before the first. */
  last?: number
  /** Polls that failed since one succeeded. */
  failures: number
  /** None has succeeded yet. */
  never?: boolean
  /** Epoch milliseconds until which the server asked for patience. */
  notBefore?: number
}

/**
 * When a feed is polled next (epoch ms).
 *
 *   never polled                    at once
 *   polled, and it went well        six hours later, a fifth more or less
 *   it failed once, twice, 3 times  as late, twice, four times as late; a day at most
 *   it was never read yet           five minutes later, then as late again each time, up to six hours
 *   overdue when the browser starts within half an hour
 *
 * After a failure it is not sooner: what all browsers do at once when a server comes back would bring it down again.
 *
 * @param random from 0 to 1, another for each call
 */
export function nextPoll({ last, failures, never = false, notBefore = 0 }: Polls, now: number, random: number): number {
  if (last === undefined) return Math.max(now, notBefore)
  const [first, most] = never ? [firstRetry, period] : [period, day]
  const wait = Math.min(first * 2 ** Math.max(0, failures - 1), most) * (1 - jitter + 2 * jitter * random)
  // A clock that was set back must not silence a feed for years.
  const due = Math.min(last, now) + wait
  const soonest = due > now ? due : now + startSpread * random
  return notBefore > soonest ? notBefore + startSpread * random : soonest
}

/**
 * When a feed that was to be asked at `due` is asked (epoch ms): then, unless the computer slept or was off far beyond it,
 * as all of an office are on a morning, or its clock was set back since.
 */
export function dueNow(polls: Polls, due: number, now: number, random: number): number {
  const isNear = due > now - startSpread && due <= now + day * (1 + jitter) + startSpread
  return isNear ? due : nextPoll(polls, now, random)
}

/**
 * Until when a server asks for patience (epoch ms), from its `Retry-After`: seconds or a date. A day at most, whatever it
 * says; undefined where it says nothing that can be understood.
 *
 * @see RFC 9110, section 10.2.3
 */
export function retryTime(retryAfter: string, now: number): number | undefined {
  const written = retryAfter.trim()
  const at = /^\d+$/.test(written) ? now + Number(written) * 1000 : httpDate(written)
  return Number.isNaN(at) || at <= now ? undefined : Math.min(at, now + day)
}

/** Only the form that a server may send: `Date.parse` takes much else. */
function httpDate(text: string): number {
  return /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(text) ? Date.parse(text) : Number.NaN
}
