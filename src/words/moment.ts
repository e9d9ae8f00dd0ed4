import type { Words } from './words.ts'

/** An instant (epoch ms) as a day where it is midnight in the IANA `timeZone`, as courts mostly have it; else with its hour. */
export function momentIn(at: number, timeZone: string, { day, instant }: Pick<Words, 'day' | 'instant'>): string {
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeStyle: 'medium', hourCycle: 'h23' })
  return clock.format(at) === '00:00:00' ? day(at, timeZone) : instant(at, timeZone)
}
