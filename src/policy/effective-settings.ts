import type { Issue } from '../order/issue.ts'
import { isObject } from '../order/reading/reader.ts'
import { defaults, type SettingName, type Settings } from './settings.ts'

/** The user's settings and the policy's, as they are in effect together: pages read this and compute nothing. */
export interface EffectiveSettings {
  settings: Settings
  /** Settings that the administrator has set: shown, not changed. */
  locked: SettingName[]
  /** Orders that the administrator has chosen for, by id. */
  lockedChoices: string[]
  managed: boolean
  /** Issues for values of the policy that cannot be used. */
  issues: Issue[]
}

/** Before the first reconciliation. */
export const noneEffective: EffectiveSettings = {
  settings: defaults,
  locked: [],
  lockedChoices: [],
  managed: false,
  issues: [],
}

/** The settings as they are stored; throws where they are damaged: a page that showed them in part would say what is not so. */
export function checkedEffective(stored: unknown): EffectiveSettings | undefined {
  if (stored !== undefined && !(isObject(stored) && isObject(stored['settings'])))
    throw new Error('the settings that hold are stored in a form that cannot be read')
  return stored as EffectiveSettings | undefined
}
