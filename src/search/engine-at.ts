import { suffixesOf } from '../order/suffixes.ts'
import type { Engine } from './engine.ts'
import { engines } from './engines.ts'

/**
 * The engine whose result page `url` is, by its match patterns: `*://*.a.tv/x*` holds for a.tv itself and every host below it.
 *
 * @param instances hosts of SearXNG instances
 */
export function engineAt(url: string, instances: readonly string[] = []): Engine | undefined {
  const { hostname, pathname, search } = new URL(url)
  const hosts = [`*://${hostname}/`, ...[hostname, ...suffixesOf(hostname)].map((name) => `*://*.${name}/`)]
  const covers = (pattern: string) => {
    const host = hosts.find((one) => pattern.startsWith(one))
    return host !== undefined && pathExpression(pattern.slice(host.length - 1)).test(pathname + search)
  }
  return (
    engines.find(({ pages }) => pages.some(covers)) ??
    (instances.includes(hostname) ? engines.find(({ id }) => id === 'searxng') : undefined)
  )
}

/** `/search*` */
function pathExpression(path: string): RegExp {
  return new RegExp(`^${path.split('*').map(escaped).join('.*')}$`, 's')
}

function escaped(text: string): string {
  return text.replaceAll(/[.?+^$()|[\]{}\\]/g, String.raw`\$&`)
}
