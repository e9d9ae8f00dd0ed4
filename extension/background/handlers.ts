import { readUserSettings } from '../../src/policy/user-settings.ts'
import { parseAll } from '../../src/order/reading/parse-all.ts'
import { locateIssues } from '../../src/order/reading/places.ts'
import { readEffective } from '../store/reader.ts'
import type { Handlers } from './answer-pages.ts'
import { changeSettings } from './change-settings.ts'
import { checkOrder } from './check-order.ts'
import { judgeList } from './judge-list.ts'
import { feedHandlers } from './feeds/handlers.ts'
import { leave } from './leave-block-page.ts'
import { reconcile } from './reconcile.ts'
import { isOwn, refusal, refusalOf, refuseInPrivateWindow } from './refusals.ts'
import { comeAgain } from './removed-orders.ts'

/** Answers to what pages ask for. Each comes once what was asked for is enforced. */
export const handlers: Handlers = {
  ...feedHandlers,
  async 'orders/choose'({ id, choice }) {
    return changeSettings({ choices: { [id]: choice } })
  },
  async 'orders/check'({ text }) {
    const refused = await refusal()
    if (refused) return { issues: [refused], warnings: [] }
    const checked = await checkOrder(text, Date.now())
    const decided = checked.order && (await refusalOf([checked.order.record.order.id]))
    return decided ? { issues: locateIssues(text, decided.issues), warnings: checked.warnings } : checked
  },
  'lists/judge': async (part) => judgeList(part),
  async 'orders/import'({ texts }) {
    const inPrivate = await refusal()
    if (inPrivate) return { ok: false, issues: [inPrivate], warnings: [] }
    const read = parseAll(texts)
    if (!read.ok) return read
    const arrivals = read.value.map((arrival) => ({ ...arrival, provenance: 'user' as const }))
    const ids = arrivals.map(({ order }) => order.id)
    const decided = await refusalOf(ids)
    if (decided) return decided
    const refused = await reconcile({
      async change({ db, kept, now }) {
        await comeAgain(db, kept, ids)
        await kept.keep(arrivals, now)
      },
    })
    return { ...read, value: { ids, refused } }
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
    const refused = await changeSettings(read.taken)
    return { ...read, issues: [...read.issues, ...refused] }
  },
  async reconcile(wanted) {
    await reconcile({ verify: true, thorough: wanted?.thorough === true })
  },
  leave: ({ tabId, entries }) => leave(tabId, entries),
}
