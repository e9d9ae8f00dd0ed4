import { appliedOrders } from '../../src/standing/applied.ts'
import { isOrganisations } from '../../src/standing/explain.ts'
import { listed, type OrderRecord } from '../../src/standing/record.ts'
import type { Choice } from '../../src/standing/application.ts'
import { statusAt, type Status } from '../../src/order/time/status.ts'
import { choiceOf } from '../../src/standing/application.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { askForAccess, hasAccess } from '../platform/access.ts'
import { browser } from '../platform/browser.ts'
import { ask } from '../messages/requests.ts'
import { readStore } from './reader.ts'
import type { Enforced, EffectiveSettings } from './state.ts'

/** An order as the pages list it. */
export interface ListedOrder {
  record: OrderRecord
  status: Status
  applied: boolean
  beyondTerm: boolean
  byOrganisation: boolean
  choice: Choice
  /** An administrator has decided what is done with it: that is shown, not changed. */
  locked: boolean
}

/** What the pages know of Writ as a whole. */
export interface State {
  enforced: Enforced
  effective: EffectiveSettings
  /** Whether the block page can be brought by a redirect, at once. */
  access: boolean
  privateWindows: boolean
}

export async function listOrders(now = Date.now()): Promise<ListedOrder[]> {
  const [records, effective] = await readStore((reader) => Promise.all([reader.all(), reader.effective()]))
  const applied = new Map(appliedOrders(listed(records), effective.settings, now).map((one) => [one.record.key, one]))
  return listed(records).map((record) => {
    const beyondTerm = applied.get(record.key)?.beyondTerm ?? false
    const status = statusAt(record.schedule, now)
    return {
      record,
      status,
      applied: applied.has(record.key),
      beyondTerm,
      byOrganisation: isOrganisations(record, beyondTerm, effective),
      choice: choiceOf(record, effective.settings),
      locked: isLocked(record, status, effective),
    }
  })
}

/** A person's choice has no effect either where the administrator has every order stop at its term, and that has ended. */
function isLocked({ provenance, order }: OrderRecord, status: Status, effective: EffectiveSettings): boolean {
  if (provenance === 'policy' || effective.lockedChoices.includes(order.id)) return true
  return status === 'ended' && effective.locked.includes('afterTerm') && effective.settings.afterTerm === 'stop'
}

export async function chooseOrder(id: string, choice: Choice): Promise<void> {
  await ask('orders/choose', { id, choice })
}

export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  await ask('settings/save', patch)
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
