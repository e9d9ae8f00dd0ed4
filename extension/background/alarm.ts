import { browser } from '../platform/browser.ts'

const name = 'next-change'

/** A day: a clock that was set, or a machine that slept, is noticed by then. */
const longest = 24 * 60 * 60 * 1000

/**
 * One alarm, for the next instant at which anything changes. An alarm that is due already stays: to make it again would
 * postpone it for ever.
 *
 * @param nextChange epoch milliseconds; undefined when nothing changes any more
 */
export async function schedule(nextChange: number | undefined, now: number): Promise<void> {
  const due = await browser.alarms.get(name)
  if (nextChange === undefined) {
    if (due) await browser.alarms.clear(name)
    return
  }
  const when = Math.min(nextChange, now + longest)
  if (due && due.scheduledTime > now && due.scheduledTime <= when) return
  browser.alarms.create(name, { when })
}

export function onNextChange(listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener()
  })
}
