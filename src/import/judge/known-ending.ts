import { parse } from 'tldts'
import { nameOf } from '../../order/targets/target.ts'
import type { BareTarget } from './target-in.ts'

/** Whether a name ends as names do that people can register. In a sentence `M.Dupont` is none; in a list it would be one. */
export function hasKnownEnding(target: BareTarget): boolean {
  const name = nameOf(target)
  return name === undefined || parse(name, { extractHostname: false, validateHostname: false }).isIcann === true
}
