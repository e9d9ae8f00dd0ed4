import { endOfDay, instant, isDate, isInstant, startOfDay } from '../order/time/calendar.ts'
import { UsageError, type World } from './command.ts'

/** Epoch ms that `--at` says: an instant, or the middle of a day in the court's time zone; without it the present. */
export function instantOf(at: string | undefined, timeZone: string, world: World): number {
  if (at === undefined) return world.now()
  if (isDate(at)) return (startOfDay(at, timeZone) + endOfDay(at, timeZone)) / 2
  if (isInstant(at)) return instant(at)
  throw new UsageError('--at takes a day (2014-06-01) or an instant (2014-06-01T12:00:00Z)')
}
