import type { Issue } from '../order/issue.ts'

/** Something that an order asks for and the rules do not do; `path` is the order's id. */
export interface Limitation extends Issue {
  code: LimitationCode
  /** How many of the order's targets are concerned; pages phrase it themselves. */
  count: number
}

type LimitationCode = 'host-not-in-rules' | 'url-not-in-rules' | 'ip-not-enforced' | 'final-dot-not-in-rules'

/** Limitations of the rules for one order. */
interface Left {
  hosts: number
  urls: number
  ips: number
}

/** The limitations of one order, of which there is something to say. */
export function limitationsOf(order: string, { hosts, urls, ips }: Left): Limitation[] {
  const limitation = (code: LimitationCode, count: number, message: string) =>
    count > 0 ? [{ code, path: order, count, message }] : []
  return [
    ...limitation('host-not-in-rules', hosts, `${countPhrase(hosts, 'host is', 'hosts are')} ${onlyOpened}`),
    ...limitation('url-not-in-rules', urls, `${countPhrase(urls, 'URL target is', 'URL targets are')} ${onlyOpened}`),
    ...limitation(
      'ip-not-enforced',
      ips,
      countPhrase(ips, 'IP address is', 'IP addresses are') +
        ' shown but never enforced: an address is shared by sites that no court named',
    ),
  ]
}

const onlyOpened = "not in the browser's rules: only pages opened in a tab are blocked there"

/** @param names how many are in the rules */
export function dotLimitation(names: number): Limitation {
  return {
    code: 'final-dot-not-in-rules',
    path: '',
    count: names,
    message: `${names} names are blocked with a final dot only in pages opened in a tab, not in their parts`,
  }
}

function countPhrase(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
