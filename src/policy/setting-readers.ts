import type { Report, Reader } from '../order/reading/reader.ts'
import { engines } from '../search/engines.ts'
import { feedSource, heldUpdate } from './feed-values.ts'
import type { SettingName, Settings } from './settings.ts'
import {
  acknowledgement,
  choice,
  exemptHost,
  instanceHost,
  line,
  listOf,
  onOrOff,
  protectedName,
  record,
  webAddress,
} from './values.ts'

/** Readers of each setting, whether an administrator or a person gives it. Choices have their own ways. */
export const settingReaders: { [K in Exclude<SettingName, 'choices'>]: Reader<Settings[K]> } = {
  afterTerm: choice('stop', 'continue'),
  neverContact: onOrOff,
  engines: record(
    engines.map(({ id }) => id),
    onOrOff,
  ),
  scope: choice('every', 'addressed'),
  searxngInstances: listOf(instanceHost),
  disableFirstRunPage: onOrOff,
  allowUserOrders: onOrOff,
  supportName: line,
  supportContact: line,
  supportUrl: webAddress,
  protectedNames: listOf(protectedName),
  exemptHosts: listOf(exemptHost),
  acknowledge: listOf(acknowledgement),
  feeds: listOf(feedSource),
  acceptUpdates: listOf(heldUpdate),
}

type ReadSetting = keyof typeof settingReaders

export function isSetting(key: string): key is ReadSetting {
  return Object.hasOwn(settingReaders, key)
}

/** Reads one setting into `settings`; what of it cannot be used is reported at its place. */
export function readSetting<K extends ReadSetting>(
  key: K,
  value: unknown,
  settings: Partial<Settings>,
  report: Report,
): void {
  const read: Settings[K] | undefined = settingReaders[key](value, key, report)
  if (read !== undefined) settings[key] = read
}
