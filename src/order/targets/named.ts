import type { Effect, Target } from '../order.ts'
import { suffixesOf } from '../suffixes.ts'
import type { DatedEffect } from '../time/rulings.ts'
import { nameOf, valueOf } from './target.ts'

/** The names under which a target is found in a list: its own and those above it, as a domain is all its names. */
export function hostsOf(target: Target): string[] {
  const name = nameOf(target)
  return name === undefined ? [] : suffixesOf(name)
}

/** The effects that name a target, of those that name any: its own value, or a domain in which it lies. */
export function namingEffects(effects: readonly DatedEffect[]): (target: Target) => ReadonlySet<Effect> {
  const byValue = new Map<string, Set<Effect>>()
  for (const { effect } of effects)
    for (const value of new Set(effect.targets?.map(valueOf)))
      byValue.set(value, (byValue.get(value) ?? new Set()).add(effect))
  const none: ReadonlySet<Effect> = new Set()
  return (target) => {
    if (byValue.size === 0) return none
    const found = [valueOf(target), ...hostsOf(target)].flatMap((value) => [...(byValue.get(value) ?? [])])
    return found.length === 0 ? none : new Set(found)
  }
}
