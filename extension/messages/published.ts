import type { NameFilter } from '../../src/names/name-filter.ts'

/** What result pages need to know, in storage.local: read there without waking the background. */
export interface Published {
  filter: NameFilter
  /** Ids of the engines on which results are hidden. */
  engines: string[]
  /** Hosts of SearXNG instances. */
  instances: string[]
  /** Names what it was made from. */
  signature: string
}

export const publishedKey = 'search'
