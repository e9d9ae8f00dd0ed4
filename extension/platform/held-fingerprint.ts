import { fingerprintOf } from '../../src/rules/compile.ts'
import { ruleIds } from '../../src/rules/rule.ts'
import { browser } from './browser.ts'

/** The fingerprint of the set of rules that the browser holds; empty when it holds none. Never reads the rules back. */
export async function heldFingerprint(): Promise<string> {
  const [marker] = await browser.declarativeNetRequest.getDynamicRules({ ruleIds: [ruleIds.marker] })
  return fingerprintOf(marker)
}
