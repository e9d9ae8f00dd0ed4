import type { Issue } from '../../src/order/issue.ts'
import { ruleIds, type Rule } from '../../src/rules/rule.ts'
import { browser, type DeclarativeNetRequest } from '../platform/browser.ts'
import type { Enforced } from '../platform/stored.ts'

/** Replaces all rules in one atomic call. Gives the browser's reason when it refuses; then its rules stay as they were. */
export async function replaceRules(rules: Rule[], before: Enforced): Promise<Issue | undefined> {
  const last = Math.max(ruleIds.firstUrl + before.urls * 2, ...rules.map(({ id }) => id))
  try {
    await browser.declarativeNetRequest.updateDynamicRules({
      removeRuleIds: Array.from({ length: last }, (_, id) => id + 1),
      addRules: rules as DeclarativeNetRequest.Rule[],
    })
    return undefined
  } catch (error) {
    return {
      code: 'rules-refused',
      path: '',
      message: `The browser refused the new rules and keeps the last ones: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
