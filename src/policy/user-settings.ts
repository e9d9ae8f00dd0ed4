import type { Choice } from '../standing/application.ts'
import type { Issue } from '../order/issue.ts'
import { isObject, join, Report } from '../order/reading/reader.ts'
import { isSetting, readSetting } from './setting-readers.ts'
import { feedSource, type FeedSource } from './feed-values.ts'
import { userSettings, type SettingName, type Settings, type UserSettings } from './settings.ts'
import { choice, listOf } from './values.ts'

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

/** Everything that a person has set. */
export type KeptSettings = Partial<UserSettings & Pick<Settings, 'choices'> & { feeds: FeedSource[] }>

/**
 * Reads what a person has set and the extension has kept. It is read as a policy is, each time: whoever reached the store
 * could have written a value that no reader takes, or a setting that is an administrator's alone.
 */
export function readKeptSettings(kept: unknown): { settings: KeptSettings; issues: Issue[] } {
  const { choices = {}, feeds, ...others } = isObject(kept) ? kept : {}
  const { taken, issues } = readUserSettings(others, [])
  const report = new Report()
  const chosen = Object.entries(isObject(choices) ? choices : {}).map(
    ([id, value]) => [id, readChoice(value, join('choices', id), report)] as const,
  )
  const made = chosen.filter((entry): entry is [string, Choice] => entry[1] !== undefined)
  const followed = feeds === undefined ? undefined : readFeeds(feeds, 'feeds', report)
  const shape = isObject(kept) || kept === undefined ? [] : [shapeless]
  const settings = { ...taken, choices: Object.fromEntries(made), ...(followed ? { feeds: followed } : {}) }
  return { settings, issues: [...shape, ...issues, ...report.issues] }
}

const readFeeds = listOf(feedSource)

const readChoice = choice('list', 'apply', 'apply-beyond-term')

const shapeless: Issue = { code: 'settings-shape', path: '', message: 'are stored in a form that cannot be read' }
