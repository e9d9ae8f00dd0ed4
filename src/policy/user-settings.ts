import type { Issue } from '../order/issue.ts'
import { isObject, Report } from '../order/reading/reader.ts'
import { isSetting, readSetting } from './setting-readers.ts'
import { userSettings, type SettingName, type UserSettings } from './settings.ts'

/** The outcome of a person's change of settings. */
export interface ReadSettings {
  /** Values that can be used. */
  taken: Partial<UserSettings>
  /** Issues for those that cannot, each at its place. */
  issues: Issue[]
}

/**
 * Reads what a person wants to set, as a policy is read: what cannot be used leaves the rest.
 *
 * @param locked what an administrator has set
 */
export function readUserSettings(wanted: unknown, locked: readonly SettingName[]): ReadSettings {
  const report = new Report()
  const taken: Partial<UserSettings> = {}
  for (const [key, value] of Object.entries(isObject(wanted) ? wanted : {})) {
    if (!isSetting(key)) report.issue('unknown-setting', key, 'is not a setting of Writ')
    else if (locked.includes(key)) report.issue('setting-locked', key, 'is set by your organisation')
    else if (!userSettings.some((one) => one === key))
      report.issue('setting-not-yours', key, 'can be set by a policy alone')
    else readSetting(key, value, taken, report)
  }
  return { taken, issues: report.issues }
}
