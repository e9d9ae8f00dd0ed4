import type { BlockedTargets } from '../rules/blocked.ts'

/** More than this would take longer than the pages that it prevents are worth: the watch catches those. */
const mostNames = 1_000

/** The origins whose service workers and caches are to be forgotten where these names are newly blocked. */
export function originsToForget(added: readonly BlockedTargets[]): string[] {
  const names = added.flatMap(({ domains }) => domains)
  const alone = added.flatMap(({ hosts }) => hosts)
  if (names.length + alone.length > mostNames) return []
  const hosts = [...names.flatMap((name) => [name, `www.${name}`]), ...alone]
  return hosts.flatMap((host) => [`http://${host}`, `https://${host}`])
}
