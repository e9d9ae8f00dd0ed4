import { suffixesOf } from '../lookup/names.ts'
import type { Blocked } from './compile.ts'

/**
 * What is blocked without the names that stay open: an order's own entry at or below one of them is left out. One that lies
 * above stays; the rules except what is below it (`openBelow`).
 */
export function withoutOpen(blocked: Blocked, open: ReadonlySet<string>): Blocked {
  if (open.size === 0) return blocked
  const domains = [...blocked.domains]
  const urls = [...blocked.urls]
  const kept = {
    domains: domains.filter((name) => !liesIn(name, open)),
    urls: urls.filter((url) => !liesIn(new URL(url).hostname, open)),
  }
  const left = domains.length - kept.domains.length + urls.length - kept.urls.length
  return { ...blocked, ...kept, leftOpen: left }
}

/** Those of the open names that one of the blocked ones would cover. */
export function openBelow(domains: ReadonlySet<string>, open: Iterable<string>): string[] {
  return [...open].filter((name) => liesIn(name, domains))
}

function liesIn(name: string, names: ReadonlySet<string>): boolean {
  return suffixesOf(name).some((suffix) => names.has(suffix))
}
