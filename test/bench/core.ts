import { compile } from '../../src/rules/compile.ts'
import { capabilities } from '../../src/rules/capabilities.ts'
import type { Rule } from '../../src/rules/rule.ts'

export { measureBareTable, measureCheck, measureImport } from './importing.ts'
export { measureLookup } from './lookup.ts'

/** The rules that a browser gets for names, explained on `page`. */
export function rulesFor(build: 'chrome' | 'firefox', domains: readonly string[], page: string): Rule[] {
  const blocked = [{ order: 'big-order', domains, hosts: [], urls: [], ips: 0 }]
  return compile(blocked, { page, fingerprint: 'bench', capabilities: capabilities[build] }).rules
}
