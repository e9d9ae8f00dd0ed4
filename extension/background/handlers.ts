import { readUserSettings } from '../../src/policy/user-settings.ts'
import { provenanceOf } from '../../src/standing/record.ts'
import { parseAll } from '../../src/order/reading/parse-all.ts'
import type { Issue } from '../../src/order/issue.ts'
import { browser } from '../platform/browser.ts'
import { readEffective } from '../store/reader.ts'
import type { Handlers } from './answer-pages.ts'
import { changeSettings } from './change-settings.ts'
import { checkOrder } from './check-order.ts'
import { leave } from './leave-block-page.ts'
import { reconcile } from './reconcile.ts'
import { comeAgain } from './removed-orders.ts'

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

/** Answers to what pages ask for. Each comes once what was asked for is enforced. */
export const handlers: Handlers = {
  async 'orders/choose'({ id, choice }) {
    await changeSettings((settings) => ({ ...settings, choices: { ...settings.choices, [id]: choice } }))
  },
  async 'orders/check'({ text }) {
    const refused = await refusal()
    return refused ? { issues: [refused], warnings: [] } : checkOrder(text, Date.now())
  },
  async 'orders/import'({ texts }) {
    const refused = await refusal()
    if (refused) return { ok: false, issues: [refused], warnings: [] }
    const read = parseAll(texts)
    if (!read.ok) return read
    const arrivals = read.value.map((arrival) => ({ ...arrival, provenance: 'user' as const }))
    const ids = arrivals.map(({ order }) => order.id)
    await reconcile({
      async change({ db, kept, now }) {
        await comeAgain(db, kept, ids)
        await kept.keep(arrivals, now)
      },
    })
    return { ...read, value: { ids } }
  },
  async 'orders/remove'({ key }) {
    refuseInPrivateWindow()
    if (isOwn(key)) await reconcile({ change: ({ kept }) => kept.remove(key) })
  },
  async 'orders/restore'({ key }) {
    refuseInPrivateWindow()
    if (isOwn(key)) await reconcile({ change: ({ kept }) => kept.restore(key) })
  },
  async 'settings/save'(patch) {
    const read = readUserSettings(patch, (await readEffective()).locked)
    await changeSettings((settings) => ({ ...settings, ...read.taken }))
    return read
  },
  async reconcile() {
    await reconcile({ verify: true })
  },
  leave: ({ tabId, entries }) => leave(tabId, entries),
}

/** The reason why no order can be added here; undefined where one can. */
async function refusal(): Promise<Issue | undefined> {
  if (browser.extension.inIncognitoContext) return privateWindow
  return (await readEffective()).settings.allowUserOrders === false ? notAllowed : undefined
}

/** The store that a private window's background has is empty: "done" would be untrue. */
function refuseInPrivateWindow(): void {
  if (browser.extension.inIncognitoContext)
    throw new Error('Orders are kept outside private windows: remove and restore them in a normal window')
}

/** Orders of the browser's user: the others are put here, and taken back, by whoever put them. */
function isOwn(key: string): boolean {
  return provenanceOf(key) === 'user'
}
