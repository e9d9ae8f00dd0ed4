import { appliedAt } from '../../src/standing/applied.ts'
import { isOrganisations } from '../../src/standing/explain.ts'
import { listed, type OrderRecord } from '../../src/standing/record.ts'
import type { Choice } from '../../src/standing/application.ts'
import { statusAt, type Status } from '../../src/order/time/status.ts'
import { choiceOf } from '../../src/standing/application.ts'
import type { Settings } from '../../src/policy/settings.ts'
import { askForAccess, hasAccess } from '../platform/access.ts'
import { browser } from '../platform/browser.ts'
import { ask } from '../messages/requests.ts'
import { onShelf } from './reader.ts'
import type { Enforced, InForce } from './state.ts'

/** An order as the pages list it. */
export interface ListedOrder {
  record: OrderRecord
  status: Status
  applied: boolean
  byChoice: boolean
  byOrganisation: boolean
  choice: Choice
  /** An administrator has decided what is done with it: that is shown, not changed. */
  locked: boolean
}

/** What the pages know of Writ as a whole. */
export interface State {
  enforced: Enforced
  inForce: InForce
  /** Whether the block page can be brought by a redirect, at once. */
  access: boolean
  privateWindows: boolean
}

export async function listOrders(now = Date.now()): Promise<ListedOrder[]> {
  const [records, holds] = await onShelf((shelf) => Promise.all([shelf.all(), shelf.inForce()]))
  const applied = new Map(appliedAt(listed(records), holds.settings, now).map((one) => [one.record.key, one]))
  return listed(records).map((record) => {
    const byChoice = applied.get(record.key)?.byChoice ?? false
    const status = statusAt(record.schedule, now)
    return {
      record,
      status,
      applied: applied.has(record.key),
      byChoice,
      byOrganisation: isOrganisations(record, byChoice, holds),
      choice: choiceOf(record, holds.settings),
      locked: isLocked(record, status, holds),
    }
  })
}

/** A person's choice has no effect either where the administrator has every order stop at its term, and that has ended. */
function isLocked({ provenance, order }: OrderRecord, status: Status, holds: InForce): boolean {
  if (provenance === 'policy' || holds.lockedChoices.includes(order.id)) return true
  return status === 'ended' && holds.locked.includes('afterTerm') && holds.settings.afterTerm === 'stop'
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
  const [[enforced, inForce], access, privateWindows] = await Promise.all([
    onShelf((shelf) => Promise.all([shelf.enforced(), shelf.inForce()])),
    hasAccess(),
    browser.extension.isAllowedIncognitoAccess(),
  ])
  return { enforced, inForce, access, privateWindows }
}
