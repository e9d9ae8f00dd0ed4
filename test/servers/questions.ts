import { find } from '../../src/names/find.ts'
import type { Order } from '../../src/order/order.ts'
import { explain, isBlocked } from '../../src/standing/explain.ts'
import { memoryLibrary } from '../../src/standing/memory-library.ts'

/** Names to ask a server for, by what is to be seen in its answers. */
export interface Questions {
  covered: string[]
  below: string[]
  'look-alike': string[]
  exact: string[]
  lifted: string[]
  uncovered: string[]
}

/** How many names of each kind are asked for. */
export const each = 200

/** @param domains those of the order that count, `hosts` alone and `lifted` ones as its document has them */
export function questionsOver(
  domains: readonly string[],
  hosts: readonly string[],
  lifted: readonly string[],
): Questions {
  const take = <Value>(values: readonly Value[], at: number) => values[(at * 7919) % values.length]!
  const made = (make: (at: number) => string) => Array.from({ length: each }, (_, at) => make(at))
  const deep = ['www', 'a.b.c', 'xn--bcher-kva', '_dmarc', '1', 'w'.repeat(60)]
  return {
    covered: made((at) => inMixedCase(take(domains, at), at)),
    below: made((at) => `${deep[at % deep.length]}.n${at}.${take(domains, at)}`),
    'look-alike': made((at) => {
      const name = take(domains, at)
      const alikes = [`n${at}${name}`, `${name}.n${at}.example`, `${name}${at}`, name.replace(/\.(?=[^.]*$)/, `${at}.`)]
      return alikes[at % alikes.length]!
    }),
    exact: made((at) => `${['', `www${at}.`, `a.b${at}.`, 'x'][at % 4]}${hosts[at]!}`),
    lifted: made((at) => `${at % 2 ? `n${at}.` : ''}${lifted[at]!}`),
    uncovered: made((at) => `open-${at}.example.net`),
  }
}

/** A name as a resolver may be asked for it: in letters of either case, by the bits of a number. */
function inMixedCase(name: string, bits: number): string {
  return [...name].map((letter, at) => ((bits >> (at % 8)) & 1 ? letter.toUpperCase() : letter)).join('')
}

/** Whether the extension would block a host at `now` (epoch ms): by the one matcher and the one explanation. */
export function blocking(order: Order, now: number): (host: string) => boolean {
  const { index, records, targetOf } = memoryLibrary([{ order, provenance: 'user' }], now)
  const settings = { afterTerm: 'stop', choices: {} } as const
  return (name) => {
    const host = name.toLowerCase()
    return isBlocked(explain({ host }, find({ host }, index), records, { effective: { settings }, now, targetOf }))
  }
}
