import { isDue } from '../../src/enforcement/due.ts'
import { browser } from '../platform/browser.ts'
import { database } from '../store/database.ts'
import { reconciliations, verified } from '../store/items.ts'
import { readState } from '../store/state.ts'
import { coverOpenTabs } from './open-tabs.ts'
import { reconcile } from './reconcile.ts'
import { watchNavigations } from './watch.ts'

/**
 * At each start of the background. At the first one of a browser session, and after work that did not come to its end, the
 * rules are compared with the store: a browser that was killed may have lost them. At the others it is enough to watch
 * again, to look at the tabs (the event that woke a service worker may have come before the watch), and to see whether a
 * change fell due while alarms were lost.
 */
export async function wake(): Promise<void> {
  if (browser.extension.inIncognitoContext) {
    watchNavigations({ committed: 'all', moved: 'all' })
    return coverOpenTabs()
  }
  const db = await database()
  if (!(await verified.get()) || (await readState(db, 'unfinished'))) return void (await reconcile({ verify: true }))
  const enforced = await readState(db, 'enforced')
  if (!enforced || isDue(enforced, (await reconciliations.get()).at, Date.now())) return void (await reconcile())
  watchNavigations(enforced.watch)
  await coverOpenTabs()
}
