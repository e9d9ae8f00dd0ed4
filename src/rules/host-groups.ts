import { hostParts } from '../order/host-parts.ts'
import type { AddressPattern } from './address-pattern.ts'

/**
 * Names that are blocked alone, in groups of as many labels, each of which is a pair of rules however many names it has.
 * `requestDomains` takes a name with all below it, which have more labels: an expression that counts the labels of the host
 * leaves the name alone.
 *
 *   listed      asked                   labels
 *   a.tv        http://u:p@a.tv.:81/x   2: blocked
 *   a.tv        http://www.a.tv/        3: open
 *   a.tv:8443   https://a.tv:8443/      2, on that port: blocked
 *
 * Measured in Chromium 156 and Firefox ESR 153 with 100,000 names in two groups, against as many domains in one pair: the
 * browser takes them in 1.1 s (0.8 to 1.1) and in 2.3 s (2.5 to 3.8), and says no later what a request matches. A rule for
 * each name (`|http://a.tv^`) would come to an end at the browsers' limits, and cost Firefox 0.1 to 0.4 us for every request;
 * `.a.tv` as the exception to `a.tv` is understood by Chromium alone.
 */
export class HostGroups {
  /** The names by the pattern that they share, as text. */
  readonly #groups = new Map<string, { pattern: AddressPattern; names: Set<string> }>()
  readonly #hosts = new Set<string>()

  /** False for a host of which no rule can be made. */
  add(host: string): boolean {
    const { name, port } = hostParts(host)
    const labels = name.split('.').length
    const patterns = patternsFor(labels, port)
    const news = patterns.filter((one) => !this.#groups.has(JSON.stringify(one)))
    if (labels > mostLabels || this.#groups.size + news.length > mostGroups) return false
    for (const one of news) this.#groups.set(JSON.stringify(one), { pattern: one, names: new Set() })
    for (const one of patterns) this.#groups.get(JSON.stringify(one))!.names.add(name)
    this.#hosts.add(host)
    return true
  }

  /** A pattern for each number of labels, which matches addresses at or below one of its names. */
  all(): { pattern: AddressPattern; names: ReadonlySet<string> }[] {
    return [...this.#groups.values()]
  }

  get size(): number {
    return this.#hosts.size
  }
}

/** Each costs every request a little. There are as many as lengths of names; ports make more. */
const mostGroups = 40

/** Labels that can be counted: Chromium gives an expression 2 KB, which are full at 17 or 18. */
const mostLabels = 16

/** Browsers give an address to rules without a port that is its scheme's own, and with its final dot. */
function patternsFor(labels: number, port: number | undefined): AddressPattern[] {
  const host = `(?:[^./]+\\.){${labels - 1}}[^./:]+\\.?`
  if (port === undefined) return [{ scheme: '\\w+', rest: `${host}(?::\\d+)?/` }]
  const own = (schemes: string) => ({ scheme: `(?:${schemes})`, rest: `${host}/` })
  const other = (schemes: string) => ({ scheme: `(?:${schemes})`, rest: `${host}:${port}/` })
  if (port === 80) return [own('http|ws'), other('https|wss')]
  if (port === 443) return [own('https|wss'), other('http|ws')]
  return [{ scheme: '\\w+', rest: `${host}:${port}/` }]
}
