import type { ResourceType } from './resource-types.ts'

/** The part of declarativeNetRequest's rule that Writ uses. */
export interface Rule {
  id: number
  priority: number
  action: { type: 'block' } | { type: 'allow' } | { type: 'redirect'; redirect: { regexSubstitution: string } }
  condition: {
    requestDomains?: string[]
    excludedRequestDomains?: string[]
    regexFilter?: string
    urlFilter?: string
    isUrlFilterCaseSensitive?: boolean
    resourceTypes: ResourceType[]
  }
}

/** Explaining goes before blocking: where a page may be shown it is, and everywhere else the request is stopped. */
export const priorities = { block: 1, explain: 2 } as const

/** The rules of hosts come after these, then those of URL targets. */
export const ruleIds = { marker: 1, explain: 2, block: 3, firstOther: 4 } as const
