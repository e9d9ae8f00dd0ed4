import { liesIn } from '../order/suffixes.ts'
import { hostParts } from '../order/host-parts.ts'
import type { BlockedTargets } from './blocked.ts'

/**
 * Leaves out of `blocked` the names that stay open and those below them. A blocked domain above an open name stays;
 * `exceptionsBelow` excludes the open name from its rule. That is an administrator's decision, shown with the policy
 * and at each site, so it is not a limitation of the rules.
 */
export function withoutExceptions(blocked: BlockedTargets, open: ReadonlySet<string>): BlockedTargets {
  if (open.size === 0) return blocked
  return {
    ...blocked,
    domains: blocked.domains.filter((name) => !liesIn(name, open)),
    hosts: blocked.hosts.filter((host) => !liesIn(hostParts(host).name, open)),
    urls: blocked.urls.filter((url) => !liesIn(new URL(url).hostname, open)),
  }
}

/** Those of the open names that one of the blocked ones would cover. */
export function exceptionsBelow(domains: ReadonlySet<string>, open: Iterable<string>): string[] {
  return [...open].filter((name) => liesIn(name, domains))
}
