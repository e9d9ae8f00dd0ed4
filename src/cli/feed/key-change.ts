import type { Result } from '../../order/issue.ts'
import type { KeyChange } from '../../feed/publishing/roles.ts'
import { UsageError, type Option } from '../command.ts'
import { readPublicKeys } from './keys.ts'

export const keyChangeOptions: readonly Option[] = [
  { flags: '--add <key>', does: 'the public half of a key that signs from now on', repeated: true },
  { flags: '--remove <key>', does: 'the public half of one that signs no more', repeated: true },
  { flags: '--threshold <n>', does: 'how many of the keys have to sign' },
]

export interface KeyChangeValues {
  add?: string[] | undefined
  remove?: string[] | undefined
  threshold?: string | undefined
}

/** Which keys a role gains and loses, each named by a file of its public half. */
export async function readKeyChange({ add, remove, threshold }: KeyChangeValues): Promise<Result<KeyChange>> {
  if (threshold !== undefined && !/^[1-9]\d?$/.test(threshold))
    throw new UsageError('--threshold is a number from 1 on')
  const [added, removed] = [await readPublicKeys(add ?? []), await readPublicKeys(remove ?? [])]
  if (!added.ok) return added
  if (!removed.ok) return removed
  const count = threshold === undefined ? {} : { threshold: Number(threshold) }
  return { ok: true, value: { add: added.value, remove: [...removed.value.keys()], ...count }, warnings: [] }
}
