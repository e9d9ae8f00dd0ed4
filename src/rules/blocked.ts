/** The targets of one order that are to be blocked now; names that stay open (`withoutExceptions`) are left out. */
export interface BlockedTargets {
  order: string
  domains: readonly string[]
  /** Prefixes. */
  urls: readonly string[]
  /** How many addresses the order names, which are never enforced. */
  ips: number
}
