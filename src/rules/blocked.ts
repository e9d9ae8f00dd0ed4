/** The targets of one order that are to be blocked now; names that stay open (`withoutExceptions`) are left out. */
export interface BlockedTargets {
  order: string
  domains: readonly string[]
  /** Names that are blocked alone, each with its port where it has one: `a.tv`, `a.tv:8443`. */
  hosts: readonly string[]
  /** Prefixes. */
  urls: readonly string[]
  /** How many IP addresses the order names, and pages on them, which are never enforced. */
  ips: number
}
