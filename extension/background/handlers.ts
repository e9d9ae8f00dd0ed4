import { parseOrderText } from '../../src/order/parse.ts'
import type { Issue } from '../../src/order/issue.ts'
import { browser } from '../platform/browser.ts'
import type { Handlers } from '../platform/messages.ts'
import { inForce, userSettings } from '../platform/storage.ts'
import { dropOrder, keepOrder } from './library.ts'
import { reconcile } from './reconcile.ts'

const privateWindow: Issue = {
  code: 'private-window',
  path: '',
  message: 'Orders are kept outside private windows: import it from a normal window',
}

const notAllowed: Issue = {
  code: 'orders-locked',
  path: '',
  message: 'Your organisation does not let orders be added in this browser',
}

/** What pages may ask for. Each answer comes once what was asked for is enforced. */
export const handlers: Handlers = {
  async 'orders/choose'({ id, choice }) {
    const settings = await userSettings.get()
    await userSettings.set({ ...settings, choices: { ...settings.choices, [id]: choice } })
    await reconcile()
  },
  async 'orders/import'({ text }) {
    if (browser.extension.inIncognitoContext) return { ok: false, issues: [privateWindow], warnings: [] }
    if ((await inForce.get())?.settings.allowUserOrders === false)
      return { ok: false, issues: [notAllowed], warnings: [] }
    const parsed = parseOrderText(text)
    if (!parsed.ok) return parsed
    const { value: order, warnings } = parsed
    await reconcile({
      change: async (db, now) => void (await keepOrder(db, { order, text, provenance: 'user' }, now)),
    })
    return { ok: true, value: { id: order.id }, warnings }
  },
  async 'orders/remove'({ key }) {
    if (key.startsWith('user:')) await reconcile({ change: (db) => dropOrder(db, key) })
  },
  async 'settings/save'(patch) {
    const locked = new Set((await inForce.get())?.locked)
    const allowed = Object.entries(patch).filter(([key]) => !locked.has(key))
    await userSettings.set({ ...(await userSettings.get()), ...Object.fromEntries(allowed) })
    await reconcile()
    return []
  },
  async reconcile() {
    await reconcile()
  },
}
