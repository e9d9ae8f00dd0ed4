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

export type ResourceType = (typeof everyResourceType)[number]

/** Those that both browsers know: a rule with a type that one does not know is refused whole. */
export const everyResourceType = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'media',
  'websocket',
  'other',
] as const

/** Explaining goes before blocking: where a page may be shown it is, and everywhere else the request is stopped. */
export const priorities = { block: 1, explain: 2 } as const

/** URL targets' rules come after these. */
export const ruleIds = { marker: 1, explain: 2, block: 3, firstUrl: 4 } as const
