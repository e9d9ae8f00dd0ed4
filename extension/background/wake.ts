import { browser } from '../platform/browser.ts'
import { database } from '../platform/database.ts'
import { verified } from '../platform/storage.ts'
import { readState } from '../platform/stored.ts'
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
    return
  }
  if (!(await verified.get())) return reconcile({ verify: true })
  const enforced = await readState(await database(), 'enforced')
  if (!enforced || (enforced.nextChange ?? Infinity) <= Date.now()) return reconcile()
  watchNavigations(enforced.watch)
  await coverOpenTabs()
}
