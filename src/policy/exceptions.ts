import type { Exception } from '../standing/exceptions.ts'
import type { Settings } from './settings.ts'

/**
 * Every name that stays open. The page of whoever answers questions about a block is among them: a block must not keep
 * people from contesting it.
 */
export function exceptionsOf({
  protectedNames,
  exemptHosts,
  supportUrl,
}: Pick<Settings, 'protectedNames' | 'exemptHosts' | 'supportUrl'>): Exception[] {
  const support = supportUrl === '' ? [] : [new URL(supportUrl).hostname]
  return [
    ...exemptHosts.map(({ host, reason }) => ({ name: host, reason })),
    ...[...protectedNames, ...support].map((name) => ({ name })),
  ]
}
