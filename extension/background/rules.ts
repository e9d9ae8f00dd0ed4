import { rulesRefused } from '../../src/enforcement/enforced.ts'
import type { RuleUpdate } from '../../src/enforcement/plan.ts'
import { reasonOf, type Issue } from '../../src/order/issue.ts'
import { browser, type DeclarativeNetRequest } from '../platform/browser.ts'

/** Replaces all rules in one atomic call. Gives the browser's reason when it refuses; then its rules stay as they were. */
export async function replaceRules({ rules, lastId }: RuleUpdate): Promise<Issue | undefined> {
  try {
    await browser.declarativeNetRequest.updateDynamicRules({
      removeRuleIds: Array.from({ length: lastId }, (_, id) => id + 1),
      addRules: rules as DeclarativeNetRequest.Rule[],
    })
    return undefined
  } catch (error) {
    return rulesRefused(reasonOf(error))
  }
}
