import type { Issue } from '../order/issue.ts'
import type { ClockBehind } from '../standing/clock-behind.ts'
import { isObject, kindOf } from '../order/reading/reader.ts'
import type { FollowedFeed } from '../standing/record.ts'
import { defaults, type SettingName, type Settings } from './settings.ts'

/** The user's settings and the policy's, as they are in effect together: pages read this and compute nothing. */
export interface EffectiveSettings {
  settings: Settings
  /** Settings that the administrator has set: shown, not changed. */
  locked: SettingName[]
  /** Orders that the administrator has chosen for, by id. */
  lockedChoices: string[]
  /** The feeds that are followed, the administrator's first. */
  feeds: FollowedFeed[]
  managed: boolean
  /** Issues for values of the policy that cannot be used. */
  issues: Issue[]
  /** Absent where the clock was not set back. */
  clockBehind?: ClockBehind
}

/** Before the first reconciliation. */
export const noneEffective: EffectiveSettings = {
  settings: defaults,
  locked: [],
  lockedChoices: [],
  feeds: [],
  managed: false,
  issues: [],
}

/** The settings as they are stored; throws where they are damaged: a page that showed them in part would say what is not so. */
export function checkedEffective(stored: unknown): EffectiveSettings | undefined {
  if (stored !== undefined && !isEffective(stored))
    throw new Error('the settings that hold are stored in a form that cannot be read')
  return stored
}

export function isEffective(stored: unknown): stored is EffectiveSettings {
  if (!isAlike(stored, noneEffective) || !isAlike(stored.settings, defaults)) return false
  const behind: unknown = stored.clockBehind
  return behind === undefined || isAlike(behind, { seen: 0, applied: [] })
}

/** Whether a value has every key of `model`, with a value of the same kind. */
function isAlike<Model extends object>(stored: unknown, model: Model): stored is Model {
  return isObject(stored) && Object.entries(model).every(([key, value]) => kindOf(stored[key]) === kindOf(value))
}
