import { here, type OrderHere } from '../../src/standing/here.ts'
import { listedOrders } from '../../src/standing/record.ts'
import type { Choice } from '../../src/standing/application.ts'
import type { UserSettings } from '../../src/policy/settings.ts'
import type { Issue } from '../../src/order/issue.ts'
import { askForAccess, hasAccess } from '../platform/access.ts'
import { browser } from '../platform/browser.ts'
import { ask } from '../messages/requests.ts'
import { readStore } from './reader.ts'
import type { Enforced } from '../../src/enforcement/enforced.ts'
import type { EffectiveSettings } from '../../src/policy/effective-settings.ts'

/** State of Writ as a whole, as the pages show it. */
export interface State {
  enforced: Enforced
  effective: EffectiveSettings
  /** Whether Writ has host access, so that a redirect can show the block page at once. */
  access: boolean
  privateWindows: boolean
}

export async function listOrders(now = Date.now()): Promise<OrderHere[]> {
  const [records, effective] = await readStore((reader) => Promise.all([reader.all(), reader.effective()]))
  return listedOrders(records, effective.lockedChoices, effective.feeds).map((record) => here(record, effective, now))
}

/** @returns what the browser refused */
export function chooseOrder(id: string, choice: Choice): Promise<Issue[]> {
  return ask('orders/choose', { id, choice })
}

/** @returns why what of it was refused could not be set */
export async function saveSettings(patch: Partial<UserSettings>): Promise<Issue[]> {
  return (await ask('settings/save', patch)).issues
}

/** Must be called from a click: browsers ask the person. */
export async function requestAccess(): Promise<boolean> {
  const granted = await askForAccess()
  if (granted) await ask('reconcile', null)
  return granted
}

/** For the setting "never contact a blocked host"; must be called from a click. */
export async function requestPrivacyControl(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['privacy'] })
}

export async function state(): Promise<State> {
  const [[enforced, effective], access, privateWindows] = await Promise.all([
    readStore((reader) => Promise.all([reader.enforced(), reader.effective()])),
    hasAccess(),
    browser.extension.isAllowedIncognitoAccess(),
  ])
  return { enforced, effective, access, privateWindows }
}
