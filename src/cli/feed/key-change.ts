import type { Result } from '../../order/issue.ts'
import type { KeyChange } from '../../feed/publishing/roles.ts'
import { UsageError } from '../command.ts'
import { readPublicKeys } from './keys.ts'

export const keyChangeOptions = {
  add: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  threshold: { type: 'string' },
} as const

interface Values {
  add?: string[] | undefined
  remove?: string[] | undefined
  threshold?: string | undefined
}

/** Which keys a role gains and loses, each named by a file of its public half. */
export async function readKeyChange({ add, remove, threshold }: Values): Promise<Result<KeyChange>> {
  if (threshold !== undefined && !/^[1-9]\d?$/.test(threshold))
    throw new UsageError('--threshold is a number from 1 on')
  const [added, removed] = [await readPublicKeys(add ?? []), await readPublicKeys(remove ?? [])]
  if (!added.ok) return added
  if (!removed.ok) return removed
  const count = threshold === undefined ? {} : { threshold: Number(threshold) }
  return { ok: true, value: { add: added.value, remove: [...removed.value.keys()], ...count }, warnings: [] }
}
