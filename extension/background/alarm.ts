import { browser } from '../platform/browser.ts'

const name = 'next-change'

/** A day: a clock that was set, or a machine that slept, is noticed by then. */
const longest = 24 * 60 * 60 * 1000

/** Milliseconds between tries of what was interrupted, failed or was refused: each may compile a million names. */
export const untilRetry = 60 * 1000

/**
 * One alarm, for the next instant at which anything changes. It is set where nothing changes any more, too: the clock that
 * says so may be wrong. To be called when all is in line as of `now`, so to set it anew postpones nothing.
 *
 * @param nextChange epoch milliseconds; undefined when nothing is to come, in the past where the browser has refused the rules that were due then
 */
export function schedule(nextChange: number | undefined, now: number): void {
  const next = nextChange ?? Infinity
  const when = next > now ? Math.min(next, now + longest) : now + untilRetry
  browser.alarms.create(name, { when })
}

/** Until the next `schedule`: what is being done is taken up again soon, should the background end before. */
export function scheduleRetry(now: number): void {
  browser.alarms.create(name, { when: now + untilRetry })
}

export function onNextChange(listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener()
  })
}
