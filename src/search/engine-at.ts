import { withoutFinalDot } from '../order/final-dot.ts'
import type { Engine } from './engine.ts'
import { engines } from './engines.ts'
import { isResultPath } from './result-page.ts'

/**
 * The engine whose result page `url` is, as its match patterns say.
 *
 * @param instances hosts of SearXNG instances
 */
export function engineAt(url: string, instances: readonly string[] = []): Engine | undefined {
  const { hostname, pathname, search } = new URL(url)
  const host = withoutFinalDot(hostname)
  const asked = patternsOf(host)
  return (
    engines.find((engine) => engine.hosts.some((one) => asked.has(one)) && isResultPath(pathname + search, engine)) ??
    (instances.includes(host) ? engines.find(({ id }) => id === 'searxng') : undefined)
  )
}

/**
 * The ways in which a match pattern may name a host.
 *
 *   www.a.tv   www.a.tv, *.www.a.tv, *.a.tv, *.tv
 */
function patternsOf(hostname: string): Set<string> {
  const patterns = new Set([hostname, `*.${hostname}`])
  for (let dot = hostname.indexOf('.'); dot >= 0; dot = hostname.indexOf('.', dot + 1))
    patterns.add(`*${hostname.slice(dot)}`)
  return patterns
}
