/** The state of an order at an instant, as its document says. */
export type Status = 'pending' | 'in-force' | 'paused' | 'ended' | 'suspended' | 'lifted'

/**
 * The instants at which an order's status changes, oldest first; the first entry's `from` is `null`: since ever.
 * It follows from the document alone (`schedule` computes it, once); the status then needs a clock and no calendar.
 */
export type Schedule = readonly Change[]

export interface Change {
  /** Epoch milliseconds; `null` in the first entry. */
  from: number | null
  status: Status
}

/** The status at `now` (epoch ms). */
export function statusAt(schedule: Schedule, now: number): Status {
  let status: Status = 'pending'
  for (const change of schedule) {
    if (change.from !== null && change.from > now) break
    status = change.status
  }
  return status
}

/** The first instant (epoch ms) after `now` at which the status becomes one of these; undefined when it never does. */
export function nextWith(statuses: readonly Status[], schedule: Schedule, now: number): number | undefined {
  return (
    schedule.find(({ from, status }) => from !== null && from > now && statuses.includes(status))?.from ?? undefined
  )
}

/** The first instant (epoch ms) after `now` at which the status changes; undefined when it never does again. */
export function nextChange(schedule: Schedule, now: number): number | undefined {
  return schedule.find(({ from }) => from !== null && from > now)?.from ?? undefined
}
