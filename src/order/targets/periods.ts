/** A time for which something counts, in epoch ms: open on the side that is absent. */
export interface Period {
  from?: number
  until?: number
}

/** Something by which a target begins or ceases to count. */
export interface Turn {
  /** Epoch ms. */
  at: number
  /** Which comes first of those at one instant. */
  place: number
  counts: boolean
}

/** The times for which a target counts, by its turns; undefined where it always does. */
export function periodsOf(turns: readonly Turn[], atFirst: boolean): Period[] | undefined {
  const periods: Period[] = atFirst ? [{}] : []
  let counts = atFirst
  for (const turn of turns.toSorted((a, b) => a.at - b.at || a.place - b.place)) {
    if (turn.counts === counts) continue
    counts = turn.counts
    const last = periods.at(-1)
    if (!counts) last!.until = turn.at
    // What ceased at the same instant goes on; what began then never was.
    else if (last?.until === turn.at) delete last.until
    else periods.push({ from: turn.at })
    if (!counts && last?.from === last?.until) periods.pop()
  }
  return isAlways(periods) ? undefined : periods
}

function isAlways(periods: readonly Period[]): boolean {
  const [only] = periods
  return periods.length === 1 && only!.from === undefined && only!.until === undefined
}

/** Whether something that counts in these periods does at `now` (epoch ms). */
export function countsIn(periods: readonly Period[] | undefined, now: number): boolean {
  return periods === undefined || periods.some((period) => holds(period, now))
}

function holds({ from = -Infinity, until = Infinity }: Period, now: number): boolean {
  return from <= now && now < until
}

/** The period in which something counts at `now`, else the next one, else the last that there was. */
export function nearestPeriod(periods: readonly Period[], now: number): Period | undefined {
  return periods.find((period) => holds(period, now)) ?? periods.find(({ from = 0 }) => from > now) ?? periods.at(-1)
}

/** The last period that is over at `now` (epoch ms). */
export function endedPeriod(periods: readonly Period[], now: number): Period | undefined {
  return periods.findLast(({ until = Infinity }) => until <= now)
}

/** The times that lie in both. */
export function inBoth(some: readonly Period[] | undefined, others: readonly Period[]): Period[] {
  return (some ?? [{}])
    .flatMap((one) =>
      others.map((other): Period => {
        const from = Math.max(one.from ?? -Infinity, other.from ?? -Infinity)
        const until = Math.min(one.until ?? Infinity, other.until ?? Infinity)
        return { ...(from === -Infinity ? {} : { from }), ...(until === Infinity ? {} : { until }) }
      }),
    )
    .filter(({ from = -Infinity, until = Infinity }) => from < until)
    .toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))
}

/** Every instant (epoch ms) at which one of the periods begins or ends. */
export function turnsOf(periods: readonly Period[]): number[] {
  return periods.flatMap(({ from, until }) => [from, until]).filter((at) => at !== undefined)
}
