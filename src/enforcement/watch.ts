import { hostParts } from '../order/host-parts.ts'
import type { BlockedTargets } from '../rules/blocked.ts'

/** Hosts; `all` where they are too many to be asked for by name. */
export type Watched = readonly string[] | 'all'

/** Hosts of pages that commit, and of pages that move without loading. */
export interface Watch {
  committed: Watched
  moved: Watched
}

/** Names beyond which the browser is not asked to listen for each: the list of them would itself be the cost. */
export const manyNames = 2_000

/**
 * Which hosts' navigations to listen to, for pages that reach a tab although the rules cover them: from a site's own
 * service worker (Chromium), from the back-forward cache (Firefox), by pushState. A listener wakes the background for each
 * event that passes its filter, so it asks for the covered names only; beyond `manyNames` every navigation is looked at.
 */
export function watchFor(blocked: readonly BlockedTargets[]): Watch {
  const moved = [...new Set(blocked.flatMap(({ urls }) => urls.map((url) => new URL(url).hostname)))]
  const alone = blocked.flatMap(({ hosts }) => hosts.map((host) => hostParts(host).name))
  return { committed: fewOrAll([moved, alone, ...blocked.map(({ domains }) => domains)]), moved: fewOrAll([moved]) }
}

function fewOrAll(lists: readonly (readonly string[])[]): Watched {
  return lists.reduce((sum, { length }) => sum + length, 0) > manyNames ? 'all' : lists.flat()
}

/** A listener's filters for a name and those below it. `hostSuffix` compares letters: with the dot before it, whole labels. */
export function filtersFor(name: string): { hostEquals?: string; hostSuffix?: string }[] {
  return [{ hostEquals: name }, { hostEquals: `${name}.` }, { hostSuffix: `.${name}` }, { hostSuffix: `.${name}.` }]
}
