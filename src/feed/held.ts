import type { Issue } from '../order/issue.ts'

/** The share of an order's entries that may change without anyone's looking at it. */
const mostChange = 0.2

/** Changes that an update would make to an order's entries. */
export interface Change {
  added: string[]
  removed: string[]
  /** Why it waits for a person or a policy; empty where it is applied at once. */
  held: Issue[]
}

/**
 * Compares an order's entries with those of the version in force.
 *
 *   before    after
 *   5,000     5,900      applied: 18 %
 *   5,000     6,001      held: over 20 % of 5,000 were added or removed
 *   5,000     0          held: emptied
 *   none      5,000      applied: a new order
 *   any       + a name that is protected    held
 *
 * @param before the entries in force; undefined where the order is new
 * @param isProtected whether everybody needs a name: only those that are added are asked for
 */
export function judgeChange(
  before: Iterable<string> | undefined,
  after: Iterable<string>,
  isProtected: (entry: string) => boolean,
): Change {
  const [old, now] = [new Set(before), new Set(after)]
  const added = [...now].filter((entry) => !old.has(entry))
  const removed = [...old].filter((entry) => !now.has(entry))
  const held: Issue[] = []
  if (old.size > 0 && now.size === 0) held.push(issue('held-empty', `lists nothing any more, and listed ${old.size}`))
  const changed = added.length + removed.length
  if (old.size > 0 && changed > mostChange * old.size)
    held.push(
      issue('held-change', `adds ${added.length} entries and removes ${removed.length} of ${old.size}: over 20 %`),
    )
  for (const entry of added)
    if (isProtected(entry)) held.push(issue('held-protected', `lists ${entry}, which many people need`))
  return { added, removed, held }
}

function issue(code: string, message: string): Issue {
  return { code, path: 'targets', message: `${message}: look at the change, then release it or ask the publisher` }
}
