import { useState } from 'preact/hooks'
import type { Issue } from '../../../../src/order/issue.ts'
import type { UserSettings } from '../../../../src/policy/settings.ts'
import type { Writ } from '../props.ts'

/** Saves settings, and holds what of the last attempt was refused, to be shown beside them. */
export function useSave(writ: Writ) {
  const [refused, setRefused] = useState<readonly Issue[]>([])
  /** Says whether all of it was saved. */
  const save = async (patch: Partial<UserSettings>) => {
    const issues = await writ.save(patch)
    setRefused(issues ?? [])
    return issues?.length === 0
  }
  return { refused, save, forget: () => setRefused([]) }
}
