import { once } from '../../once.ts'
import type { Target } from '../order.ts'
import { finderOf, type Hit, type HostGroup } from './finder.ts'
import groups from './hosts.json' with { type: 'json' }

/** Why many people need a host, as `hosts.json` groups them, each group with its source and date. */
export type ProtectedKind =
  | 'popular'
  | 'platform'
  | 'network'
  | 'certificate'
  | 'update'
  | 'identity'
  | 'payment'
  | 'health'
  | 'government'
  | 'court'
  | 'public-sector'

const finder = once(() => finderOf(groups as readonly HostGroup<ProtectedKind>[]))

/** The host that many people need and that blocking `target` would block: see `finderOf` for which that is. */
export function protectedHit(target: Target): Hit<ProtectedKind> | undefined {
  return finder()(target)
}

/** All that the answers depend on, as text. */
export function protectedShape(): string {
  return JSON.stringify(groups)
}
