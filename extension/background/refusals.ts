import { failed, type Issue } from '../../src/order/issue.ts'
import { provenanceOf } from '../../src/standing/record.ts'
import { browser } from '../platform/browser.ts'
import { readEffective } from '../store/reader.ts'

/** Why a person's request for a change of the orders is refused. */

const privateWindow: Issue = {
  code: 'private-window',
  path: '',
  message: 'cannot be added in a private window: add it in a normal one',
}

const notAllowed: Issue = {
  code: 'orders-locked',
  path: '',
  message: 'cannot be added in this browser: your organisation does not allow it',
}

/** Refuses the id of a bundled order: a person's document of it would take its place, and could name what it likes. */
function decided(id: string): Issue {
  const message = `cannot be "${id}": your organisation has decided what is done with that order, which comes with the extension`
  return { code: 'order-decided', path: 'id', message }
}

/** The reason why no order can be added here; undefined where one can. */
export async function refusal(): Promise<Issue | undefined> {
  if (browser.extension.inIncognitoContext) return privateWindow
  return (await readEffective()).settings.allowUserOrders === false ? notAllowed : undefined
}

/** The refusal of an import of these ids; undefined where an administrator has decided about none of them. */
export async function refusalOf(ids: readonly string[]) {
  const { lockedChoices } = await readEffective()
  const issues = ids.filter((id) => lockedChoices.includes(id)).map(decided)
  return issues.length > 0 ? failed(issues) : undefined
}

/** The store that a private window's background has is empty: "done" would be untrue. */
export function refuseInPrivateWindow(): void {
  if (browser.extension.inIncognitoContext)
    throw new Error('Orders are kept outside private windows: remove and restore them in a normal window')
}

/** Orders of the browser's user: the others are put here, and taken back, by whoever put them. */
export function isOwn(key: string): boolean {
  return provenanceOf(key) === 'user'
}
