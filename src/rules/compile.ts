import { filterOf, substitutionOf, webPattern } from './address-pattern.ts'
import type { BlockedTargets } from './blocked.ts'
import type { Capabilities } from './capabilities.ts'
import { exceptionsBelow } from './exceptions.ts'
import { HostGroups } from './host-groups.ts'
import { dotLimitation, limitationsOf, type Limitation } from './limitations.ts'
import type { ResourceType } from './resource-types.ts'
import { priorities, ruleIds, type Rule } from './rule.ts'
import { filtersFor, withFinalDot } from './url-filters.ts'

export interface CompileOptions {
  /**
   * Address of the block page; the address asked for is put behind its `#`. Undefined where the extension has no access to
   * websites: then a redirect is not followed, and in Chromium 156 it also keeps the lower rule from blocking.
   */
  page: string | undefined
  /** Names that stay open with all below them: the rules except those that lie below a blocked one. */
  open?: ReadonlySet<string>
  /** Names this set of rules, so that a later start can see whether the browser still has it. A DNS label. */
  fingerprint: string
  /** The browser's. */
  capabilities: Capabilities
}

export interface Compiled {
  rules: Rule[]
  /** Names in the rules, alone or with all below them. */
  domains: number
  urls: number
  limitations: Limitation[]
}

/**
 * All orders' rules: one that explains and one that blocks, however many names there are (their cost is flat in names
 * and linear in rules, in both browsers), such a pair for each length of the names that are blocked alone, and for each URL
 * target some. No name, no rule.
 */
export function compile(blocked: Iterable<BlockedTargets>, options: CompileOptions): Compiled {
  const { fingerprint, capabilities } = options
  const orders = [...blocked]
  const domains = new Set<string>()
  for (const order of orders) for (const domain of order.domains) domains.add(domain)
  const hosts = new HostGroups()
  const unmatched = orders.map((order) => order.hosts.filter((host) => !hosts.add(host)).length)
  const names = domains.size + hosts.size
  const isDotted = names <= capabilities.dottedNames
  const { own, others } = nameRules(domains, hosts, options, isDotted)
  const room = capabilities.dynamicRules - ruleIds.firstOther - others.length
  const { filters, left } = filtersOf(orders, room)
  const urls = orders.reduce((sum, order, at) => sum + order.urls.length - left[at]!, 0)
  const limitations = [
    ...orders.flatMap(({ order, ips }, at) => limitationsOf(order, { hosts: unmatched[at]!, urls: left[at]!, ips })),
    ...(capabilities.dottedNames > 0 && !isDotted ? [dotLimitation(names)] : []),
  ]
  if (names === 0 && urls === 0) return { rules: [], domains: 0, urls: 0, limitations }
  others.push(...filters.map((filter) => urlRule(filter, capabilities)))
  const rules = [
    markerRule(fingerprint),
    ...own,
    ...others.map((rule, at) => ({ id: ruleIds.firstOther + at, ...rule })),
  ]
  return { rules, domains: names, urls, limitations }
}

/** The fingerprint in a marker rule, as the browser gave the rule back. */
export function fingerprintOf(marker: { condition: { requestDomains?: string[] } } | undefined): string {
  return marker?.condition.requestDomains?.[0]?.split('.')[0] ?? ''
}

/** Matches nothing: `.invalid` never resolves (RFC 2606). It says which set of rules the browser holds. */
function markerRule(fingerprint: string): Rule {
  return {
    id: ruleIds.marker,
    priority: priorities.block,
    action: { type: 'allow' },
    condition: { requestDomains: [`${fingerprint}.invalid`], resourceTypes: ['main_frame'] },
  }
}

type Unnumbered = Omit<Rule, 'id'>

/** The pair of rules of the domains, and those of the names that are blocked alone. */
function nameRules(
  domains: ReadonlySet<string>,
  hosts: HostGroups,
  { page, open = new Set(), capabilities: { resourceTypes } }: CompileOptions,
  isDotted: boolean,
): { own: Rule[]; others: Unnumbered[] } {
  // Firefox takes `dpstream.tv.` for another name than `dpstream.tv`: there both are listed, as long as they are few.
  const listed = (names: Iterable<string>) => (isDotted ? [...names].flatMap((name) => [name, `${name}.`]) : [...names])
  const explained = (condition: Condition, pattern = webPattern) =>
    page === undefined ? [] : [explainRule(condition, substitutionOf(pattern, page))]
  const blocked = (condition: Condition) => blockRule(condition, resourceTypes)
  const below = exceptionsBelow(domains, open)
  const condition = {
    requestDomains: listed(domains),
    ...(below.length > 0 ? { excludedRequestDomains: listed(below) } : {}),
  }
  const own = [
    ...explained(condition).map((rule) => ({ id: ruleIds.explain, ...rule })),
    { id: ruleIds.block, ...blocked(condition) },
  ]
  const others = hosts.all().flatMap(({ pattern, names }) => {
    const group = { requestDomains: listed(names) }
    return [...explained(group, pattern), blocked({ ...group, regexFilter: filterOf(pattern) })]
  })
  return { own: domains.size === 0 ? [] : own, others }
}

type Condition = Omit<Rule['condition'], 'resourceTypes'>
type Substitution = ReturnType<typeof substitutionOf>

function explainRule(condition: Condition, { regexFilter, regexSubstitution }: Substitution): Unnumbered {
  return {
    priority: priorities.explain,
    action: { type: 'redirect', redirect: { regexSubstitution } },
    condition: { ...condition, regexFilter, resourceTypes: ['main_frame'] },
  }
}

function blockRule(condition: Condition, resourceTypes: readonly ResourceType[]): Unnumbered {
  return {
    priority: priorities.block,
    action: { type: 'block' },
    condition: { ...condition, resourceTypes: [...resourceTypes] },
  }
}

/** The filters of all URL targets for which there is room, and of each order how many of its targets have none. */
function filtersOf(orders: readonly BlockedTargets[], room: number): { filters: string[]; left: number[] } {
  const filters: string[] = []
  const left = orders.map(({ urls }) => {
    const without = urls.filter((url) => {
      const own = filtersFor(url)
      const fits = own.length > 0 && filters.length + own.length <= room
      if (fits) filters.push(...own)
      return !fits
    })
    return without.length
  })
  const dotted = filters.map(withFinalDot)
  // A host with its final dot is met in hardly any page: another target goes before it.
  return { filters: filters.length + dotted.length > room ? filters : [...filters, ...dotted], left }
}

function urlRule(urlFilter: string, { resourceTypes }: Capabilities): Unnumbered {
  return blockRule({ urlFilter, isUrlFilterCaseSensitive: true }, resourceTypes)
}
