import type { Exception } from '../standing/exceptions.ts'
import type { Settings } from './settings.ts'
import { parseUrl } from '../parse-url.ts'

/**
 * Every exception: the names that stay open. The page of a support contact is among them: a block must not keep people
 * from contesting it.
 */
export function exceptionsOf({
  protectedNames,
  exemptHosts,
  supportUrl,
}: Pick<Settings, 'protectedNames' | 'exemptHosts' | 'supportUrl'>): Exception[] {
  const support = parseUrl(supportUrl)?.hostname
  return [
    ...exemptHosts.map(({ host, reason }) => ({ name: host, reason })),
    ...[...protectedNames, ...(support === undefined ? [] : [support])].map((name) => ({ name })),
  ]
}
