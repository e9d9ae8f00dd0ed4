import type { Exception } from '../standing/exceptions.ts'
import type { Settings } from './settings.ts'

/**
 * Every exception: the names that stay open. The page of a support contact is among them: a block must not keep people
 * from contesting it.
 */
export function exceptionsOf({
  protectedNames,
  exemptHosts,
  supportUrl,
}: Pick<Settings, 'protectedNames' | 'exemptHosts' | 'supportUrl'>): Exception[] {
  const support = URL.canParse(supportUrl) ? [new URL(supportUrl).hostname] : []
  return [
    ...exemptHosts.map(({ host, reason }) => ({ name: host, reason })),
    ...[...protectedNames, ...support].map((name) => ({ name })),
  ]
}
