import { reasonOf, type Issue } from '../../src/order/issue.ts'
import { capabilities } from '../../src/rules/capabilities.ts'
import { ruleIds, type Rule } from '../../src/rules/rule.ts'
import { browser, build, type DeclarativeNetRequest } from '../platform/browser.ts'
import type { Enforced } from '../store/state.ts'

/**
 * Replaces all rules in one atomic call. Gives the browser's reason when it refuses; then its rules stay as they were.
 *
 * @param before what the browser was last told, where it holds that. Undefined where nobody knows what it holds: then every
 *   id that a rule can have is taken away, which takes seven milliseconds more in either browser.
 */
export async function replaceRules(rules: Rule[], before: Enforced | undefined): Promise<Issue | undefined> {
  const last = before
    ? Math.max(ruleIds.firstUrl + before.rules, ...rules.map(({ id }) => id))
    : capabilities[build].dynamicRules
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
      message: `the browser refused the new rules and keeps the last ones: ${reasonOf(error)}`,
    }
  }
}
