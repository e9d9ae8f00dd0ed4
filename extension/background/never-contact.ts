import { browser } from '../platform/browser.ts'

/**
 * The rules stop requests; before one, a browser may look the name up and open a connection that tells it in clear. The
 * setting switches that prediction off, for every site: so it is a choice, and takes the optional permission `privacy`.
 *
 * @returns whether the browser now does as `never` says
 */
export async function neverContact(never: boolean): Promise<boolean> {
  if (!(await browser.permissions.contains({ permissions: ['privacy'] }))) return !never
  const prediction = browser.privacy.network.networkPredictionEnabled
  await (never ? prediction.set({ value: false }) : prediction.clear({}))
  return true
}
