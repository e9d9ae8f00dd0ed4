import { browser } from '../../platform/browser.ts'

const name = 'feeds'

/** One alarm, for the next instant (epoch ms) at which a feed is asked; none where there is no feed. */
export async function scheduleFeeds(next: number | undefined): Promise<void> {
  if (next === undefined) await browser.alarms.clear(name)
  else browser.alarms.create(name, { when: next })
}

export function onFeedsDue(listener: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener()
  })
}
