import { resourceTypes, type ResourceType } from './resource-types.ts'

/** Limits of a browser's declarativeNetRequest, measured in Chromium 156 and Firefox ESR 153. */
export interface Capabilities {
  /** Dynamic rules at most, all kinds together. Over it the whole call is refused. */
  dynamicRules: number
  /**
   * Names at most whose form with a final dot is listed beside them. Chromium needs none: `a.tv` matches `a.tv.` there. In
   * Firefox it does not, and listing both takes twice the time and memory, which at a million names is ten seconds more.
   */
  dottedNames: number
  /** All that a rule can name. */
  resourceTypes: readonly ResourceType[]
}

export const capabilities: Record<'chrome' | 'firefox', Capabilities> = {
  chrome: { dynamicRules: 30_000, dottedNames: 0, resourceTypes: resourceTypes.chrome },
  firefox: { dynamicRules: 5_000, dottedNames: 100_000, resourceTypes: resourceTypes.firefox },
}
