import { useEffect, useState } from 'preact/hooks'
import { needleOf } from '../../../../../src/names/search-targets.ts'
import { valueOf } from '../../../../../src/order/targets/target.ts'
import type { OrderHere } from '../../../../../src/standing/here.ts'
import type { Writ } from '../../props.ts'

/** Shorter parts of a name are in nearly every order. */
const shortest = 3

/** Milliseconds after the last key: whoever types on is not searched for meanwhile. */
const pause = 150

/** Orders that list a name with `text` in it, by key, each with the first such entry; they come as they are found. */
export function useNaming(orders: readonly OrderHere[], text: string, writ: Writ): ReadonlyMap<string, string> {
  const [naming, setNaming] = useState<ReadonlyMap<string, string>>(new Map())
  const needle = /\s/.test(text.trim()) ? '' : needleOf(text.trim())
  useEffect(() => {
    const searching = new AbortController()
    setNaming(new Map())
    if (needle.length < shortest) return undefined
    const timer = setTimeout(() => void lookThrough(orders, needle, writ, searching.signal, setNaming), pause)
    return () => {
      searching.abort()
      clearTimeout(timer)
    }
  }, [needle])
  return naming
}

async function lookThrough(
  orders: readonly OrderHere[],
  needle: string,
  writ: Writ,
  signal: AbortSignal,
  show: (naming: ReadonlyMap<string, string>) => void,
): Promise<void> {
  const naming = new Map<string, string>()
  for (const { record } of orders)
    for await (const { found } of writ.searchTargets(record, needle)) {
      if (signal.aborted) return
      const [first] = found
      if (!first) continue
      naming.set(record.key, valueOf(first.target))
      show(new Map(naming))
      break
    }
}
