import { parseUsable } from '../order/reading/parse-usable.ts'
import type { Issue } from '../order/issue.ts'
import { isObject } from '../order/reading/reader.ts'
import { deliverByChromium, settingOf } from './chromium-schema.ts'
import { readPolicy } from './policy.ts'

/**
 * Everything that keeps managed settings from being used. What Chromium drops is said once: the extension does not see it.
 *
 * @param byChromium whether Chromium hands them over; Firefox does not look at them
 */
export function managedIssues(settings: unknown, byChromium: boolean): Issue[] {
  const dropped = byChromium && isObject(settings) ? deliverByChromium(settings).issues : []
  const lost = new Set(dropped.map(({ path }) => settingOf(path)))
  return [...dropped, ...readPolicy(settings, parseUsable).issues.filter(({ path }) => !lost.has(settingOf(path)))]
}
