import { boundary } from '../names/query.ts'
import type { Issue } from '../order/issue.ts'
import type { BlockedTargets } from './blocked.ts'
import { exceptionsBelow } from './exceptions.ts'
import type { Capabilities } from './capabilities.ts'
import { priorities, ruleIds, type Rule } from './rule.ts'
import { spellingsOf } from './spellings.ts'

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
  /** Names in the rules. */
  domains: number
  urls: number
  limitations: Limitation[]
}

/** What an order asks for and the rules do not do; `path` is the order's id. */
export interface Limitation extends Issue {
  code: 'url-not-in-rules' | 'ip-not-enforced' | 'final-dot-not-in-rules'
  /** Of how many of its targets: pages say it in their own language. */
  count: number
}

/**
 * All orders' rules: one that explains and one that blocks, however many names there are (their cost is flat in names
 * and linear in rules, in both browsers), and for each URL target some. No name, no rule.
 */
export function compile(
  blocked: Iterable<BlockedTargets>,
  { page, open = new Set(), fingerprint, capabilities }: CompileOptions,
): Compiled {
  const domains = new Set<string>()
  const filters: string[] = []
  const room = capabilities.dynamicRules - ruleIds.firstUrl
  const limitations: Limitation[] = []
  let urls = 0
  for (const order of blocked) {
    for (const domain of order.domains) domains.add(domain)
    let left = 0
    for (const url of order.urls) {
      const own = filtersFor(url)
      if (own.length > 0 && filters.length + own.length <= room) {
        filters.push(...own)
        urls++
      } else left++
    }
    if (left > 0) limitations.push(urlLimitation(order.order, left))
    if (order.ips > 0) limitations.push(ipLimitation(order.order, order.ips))
  }
  if (domains.size === 0 && filters.length === 0) return { rules: [], domains: 0, urls: 0, limitations }
  const below = exceptionsBelow(domains, open)
  const names = {
    requestDomains: requestDomains(domains, capabilities),
    ...(below.length > 0 ? { excludedRequestDomains: requestDomains(new Set(below), capabilities) } : {}),
  }
  if (capabilities.dottedNames > 0 && domains.size > capabilities.dottedNames)
    limitations.push(dotLimitation(domains.size))
  const domainRules =
    domains.size === 0
      ? []
      : [...(page === undefined ? [] : [explainRule(names, page)]), blockRule(names, capabilities)]
  const dotted = filters.map(withFinalDot)
  // A host with its final dot is met in hardly any page: another target goes before it.
  const all = filters.length + dotted.length > room ? filters : [...filters, ...dotted]
  const urlRules = all.map((filter, at) => urlRule(filter, ruleIds.firstUrl + at, capabilities))
  return { rules: [markerRule(fingerprint), ...domainRules, ...urlRules], domains: domains.size, urls, limitations }
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

type Names = Pick<Rule['condition'], 'requestDomains' | 'excludedRequestDomains'>

/** `\0` is the whole address, put in as it is. */
function explainRule(names: Names, page: string): Rule {
  return {
    id: ruleIds.explain,
    priority: priorities.explain,
    action: { type: 'redirect', redirect: { regexSubstitution: `${page}#\\0` } },
    condition: { regexFilter: '^https?://.*', ...names, resourceTypes: ['main_frame'] },
  }
}

function blockRule(names: Names, { resourceTypes }: Capabilities): Rule {
  return {
    id: ruleIds.block,
    priority: priorities.block,
    action: { type: 'block' },
    condition: { ...names, resourceTypes: [...resourceTypes] },
  }
}

/** Firefox takes `dpstream.tv.` for another name than `dpstream.tv`: there both are listed, as long as they are few. */
function requestDomains(domains: Set<string>, { dottedNames }: Capabilities): string[] {
  const names = [...domains]
  return names.length > dottedNames ? names : names.concat(names.map((name) => `${name}.`))
}

function dotLimitation(count: number): Limitation {
  return {
    code: 'final-dot-not-in-rules',
    path: '',
    count,
    message: `${count} names are blocked with a final dot only in pages opened in a tab, not in their parts`,
  }
}

/**
 * Filters for each spelling of a prefix over http and over https. A prefix that does not end in a boundary goes on only at
 * one, which is what `^` says at the end of a filter:
 *
 *   |https://a.tv/films^    /films, /films/1 and /films?x, not /filmstar
 *   |https://a.tv/x?q=      /x?q=1
 *
 * `*` and `^` anywhere in a filter and `|` at its end stand for something else and cannot be escaped: such a prefix has no
 * rule.
 */
function filtersFor(prefix: string): string[] {
  if (/[*^]|\|$/.test(prefix)) return []
  const end = boundary.test(prefix.at(-1)!) ? '' : '^'
  const addresses = spellingsOf(prefix).map((spelling) => spelling.replace(/^https?:/, ''))
  return addresses.flatMap((address) => [`|http:${address}${end}`, `|https:${address}${end}`])
}

/** `|https://a.tv/films^` to `|https://a.tv./films^`: neither browser takes the one for the other. */
function withFinalDot(filter: string): string {
  return filter.replace(/^\|https?:\/\/[^/:]+/, (start) => `${start}.`)
}

function urlRule(urlFilter: string, id: number, { resourceTypes }: Capabilities): Rule {
  return {
    id,
    priority: priorities.block,
    action: { type: 'block' },
    condition: { urlFilter, isUrlFilterCaseSensitive: true, resourceTypes: [...resourceTypes] },
  }
}

function urlLimitation(order: string, count: number): Limitation {
  return {
    code: 'url-not-in-rules',
    path: order,
    count,
    message:
      countPhrase(count, 'URL target is', 'URL targets are') +
      " not in the browser's rules: only pages opened in a tab are blocked there",
  }
}

function ipLimitation(order: string, count: number): Limitation {
  return {
    code: 'ip-not-enforced',
    path: order,
    count,
    message:
      countPhrase(count, 'IP address is', 'IP addresses are') +
      ' shown but never enforced: an address is shared by sites that no court named',
  }
}

function countPhrase(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
