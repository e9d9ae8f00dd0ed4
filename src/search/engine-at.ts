import type { Engine } from './engine.ts'
import { engines } from './engines.ts'

/**
 * The engine whose result page `url` is, by its match patterns.
 *
 * @param instances hosts of SearXNG instances
 */
export function engineAt(url: string, instances: readonly string[] = []): Engine | undefined {
  const asked = new URL(url)
  return (
    engines.find(({ pages }) => pages.some((pattern) => matches(pattern, asked))) ??
    (instances.includes(asked.hostname) ? engines.find(({ id }) => id === 'searxng') : undefined)
  )
}

/** Whether a match pattern covers an address: `*://*.a.tv/x*` holds for a.tv itself and every host below it. */
function matches(pattern: string, { hostname, pathname, search }: URL): boolean {
  const slash = pattern.indexOf('/', anyScheme.length)
  const host = pattern.slice(anyScheme.length, slash)
  const hostMatches = host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : hostname === host
  if (!hostMatches) return false
  const path = pattern.slice(slash).split('*').map(escaped).join('.*')
  return new RegExp(`^${path}$`, 's').test(pathname + search)
}

const anyScheme = '*://'

function escaped(text: string): string {
  return text.replaceAll(/[.?+^$()|[\]{}\\]/g, String.raw`\$&`)
}
