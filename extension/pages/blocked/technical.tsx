import type { Explanation } from '../../../src/standing/explain.ts'
import { withoutEmptyFacts, type Fact } from '../../../src/words/fact.ts'
import { deciderOf, decisionOn } from '../../../src/words/ground.ts'
import type { Words } from '../../../src/words/words.ts'
import { Facts } from '../parts/facts.tsx'
import type { Setting } from './setting.ts'
import { parseUrl } from '../../../src/parse-url.ts'

export interface TechnicalProps {
  explanation: Explanation
  words: Words
  setting: Setting
}

/** Details for whoever investigates the block. */
export function Technical(props: TechnicalProps) {
  return (
    <details class="technical">
      <summary>{props.words.say('technical')}</summary>
      <Facts facts={technicalFacts(props)} />
    </details>
  )
}

export function technicalFacts({ explanation: { query, orders }, words: { say }, setting }: TechnicalProps): Fact[] {
  return withoutEmptyFacts([
    { term: say('technicalAddress'), details: [shorten(query.url ?? query.host)] },
    { term: say('technicalEntry'), details: [...new Set(orders.map(({ entry }) => `${entry.value} (${entry.kind})`))] },
    {
      term: say('technicalOrder'),
      details: orders.map(({ record: { order, digest } }) => `${order.id}, v${order.version}, SHA-256 ${digest}`),
    },
    { term: say('technicalRules'), details: [setting.fingerprint] },
    {
      term: 'HTTP',
      details: isDemanded(orders)
        ? [`451 Unavailable For Legal Reasons; blocked-by: ${say('extensionName')} ${setting.version}`]
        : [],
    },
  ])
}

/** Says whether the law demands it still: RFC 7725 keeps 451 for that, not for what somebody chose or agreed on. */
function isDemanded(orders: Explanation['orders']): boolean {
  return orders.some(
    (order) =>
      order.applied && order.entry.block && !order.beyondTerm && deciderOf(decisionOn(order).kind) !== 'agreement',
  )
}

/** The host whole, the rest cut in the middle: an address can be of any length. */
function shorten(address: string): string {
  const origin = parseUrl(address)?.origin ?? ''
  const rest = address.slice(origin.length)
  return rest.length <= 80 ? address : `${origin}${rest.slice(0, 40)}…${rest.slice(-39)}`
}
