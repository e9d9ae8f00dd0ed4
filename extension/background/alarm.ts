import { nextLook, untilRetry } from '../../src/enforcement/due.ts'
import { browser } from '../platform/browser.ts'

const name = 'next-change'

/**
 * One alarm, for the next instant (epoch ms) at which anything changes. To be called when all is in line as of `now`: to
 * set it again then postpones nothing.
 */
export function schedule(nextChange: number | undefined, now: number): void {
  browser.alarms.create(name, { when: nextLook(nextChange, now) })
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
