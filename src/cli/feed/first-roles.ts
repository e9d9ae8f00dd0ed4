import { failed, type Issue, type Result } from '../../order/issue.ts'
import type { FirstRoles } from '../../feed/publishing/roles.ts'
import type { Kind } from '../../feed/tuf/metadata.ts'
import { UsageError } from '../command.ts'
import type { NamedKey } from './keys.ts'

const kinds: readonly Kind[] = ['root', 'targets', 'snapshot', 'timestamp']

/**
 * Finds the keys that sign for each role of a new feed: they are named for it, `root`, `root-lyon`.
 *
 * @param thresholds `root=2`: how many of a role's keys have to sign; one unless it is said
 */
export function firstRoles(keys: readonly NamedKey[], thresholds: readonly string[]): Result<FirstRoles> {
  const wanted = new Map(thresholds.map(readThreshold))
  const roles = {} as Record<Kind, FirstRoles[Kind]>
  const issues: Issue[] = []
  for (const kind of kinds) {
    const own = keys.filter(({ name }) => name === kind || name.startsWith(`${kind}-`))
    const threshold = wanted.get(kind) ?? 1
    roles[kind] = { keys: new Map(own.map(({ keyId, key }) => [keyId, key])), threshold }
    if (roles[kind].keys.size < threshold) {
      const message = `needs ${threshold} keys, and ${roles[kind].keys.size} are named for it: writ keygen makes them`
      issues.push({ code: 'no-key', path: kind, message })
    }
  }
  return issues.length > 0 ? failed(issues) : { ok: true, value: roles, warnings: [] }
}

function readThreshold(text: string): [Kind, number] {
  const [, kind, count] = /^(root|targets|snapshot|timestamp)=([1-9]\d?)$/.exec(text) ?? []
  if (kind === undefined) throw new UsageError(`--threshold is written as in root=2, not "${text}"`)
  return [kind as Kind, Number(count)]
}
