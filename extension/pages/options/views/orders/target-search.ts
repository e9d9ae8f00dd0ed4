import { useEffect, useRef, useState } from 'preact/hooks'
import type { OrderRecord } from '../../../../../src/standing/record.ts'
import { needleOf, type FoundTarget } from '../../../../../src/names/search-targets.ts'
import type { Writ } from '../../props.ts'

export interface TargetSearch {
  found: readonly FoundTarget[]
  /** The share of the order that has been searched: 0 to 1. */
  share: number
  state: 'idle' | 'searching' | 'done' | 'stopped' | 'full'
}

/** More than anyone reads: what is sought is then said more exactly. */
const mostFound = 10_000

const idle: TargetSearch = { found: [], share: 0, state: 'idle' }

/** Looks through an order's targets for what is typed; another text, or `stop`, ends the search under way. */
export function useTargetSearch(record: OrderRecord, typed: string, writ: Writ): TargetSearch & { stop(): void } {
  const [search, setSearch] = useState(idle)
  const current = useRef<AbortController>(null)
  const needle = needleOf(typed)
  useEffect(() => {
    const searching = new AbortController()
    current.current = searching
    if (needle === '') setSearch(idle)
    else void lookThrough(writ.searchTargets(record, needle), searching.signal, setSearch)
    return () => searching.abort()
  }, [needle])
  const stop = () => {
    current.current?.abort()
    setSearch((before) => ({ ...before, state: 'stopped' }))
  }
  return { ...search, stop }
}

async function lookThrough(
  results: ReturnType<Writ['searchTargets']>,
  signal: AbortSignal,
  show: (search: TargetSearch) => void,
): Promise<void> {
  let found: FoundTarget[] = []
  show({ found, share: 0, state: 'searching' })
  for await (const { found: more, share } of results) {
    if (signal.aborted) return
    found = found.concat(more)
    if (found.length >= mostFound) return show({ found: found.slice(0, mostFound), share, state: 'full' })
    show({ found, share, state: 'searching' })
  }
  show({ found, share: 1, state: 'done' })
}
