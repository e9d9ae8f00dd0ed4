import type { Issue } from '../../src/order/issue.ts'
import { browser } from '../platform/browser.ts'

/**
 * The rules stop requests; before one, a browser may look the name up and open a connection that tells it in clear. The
 * setting switches that prediction off, for every site: so it is a choice, and takes the optional permission `privacy`.
 *
 * @returns whether the browser now does as `never` says
 */
export async function neverContact(never: boolean): Promise<boolean> {
  if (!(await mayControlPrediction())) return !never
  const prediction = browser.privacy.network.networkPredictionEnabled
  await (never ? prediction.set({ value: false }) : prediction.clear({}))
  return true
}

export function mayControlPrediction(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['privacy'] })
}

/** No policy can give a permission that a package only may ask for: `npm run package` makes one that requires it. */
export const notPermitted: Issue = {
  code: 'permission-missing',
  path: 'neverContact',
  message: 'needs the permission "privacy", which a policy cannot give to this package: deploy the one made for fleets',
}
