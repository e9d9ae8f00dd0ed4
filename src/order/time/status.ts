/**
 * The state of an order at an instant, as its document says. `unknown`: it would be in force, but whether it has begun, or still
 * stands, nobody has made sure of.
 */
export type Status = 'pending' | 'in-force' | 'unknown' | 'paused' | 'ended' | 'suspended' | 'lifted'

/** Statuses by how far they are from being over: the part of an order with the first of them decides. */
export const liveliest: readonly Status[] = ['in-force', 'unknown', 'paused', 'suspended', 'pending', 'ended', 'lifted']

/** Whether what has this status is to be applied: what nobody has looked after is applied on, and said to be unknown. */
export function isLive(status: Status): status is 'in-force' | 'unknown' {
  return status === 'in-force' || status === 'unknown'
}

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
