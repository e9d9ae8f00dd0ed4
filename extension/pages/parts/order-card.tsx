import type { OrderText } from '../../../src/words/explanation.ts'
import { Badge, type Tone } from './badge.tsx'
import { Facts } from './facts.tsx'

export interface OrderCardProps {
  order: OrderText
  tone: Tone
  /** The first of several is open, the others folded. */
  open: boolean
  /** Not where the page has said it already. */
  notice: boolean
}

/** One order: its name and state, what must be known first, its facts, its links. */
export function OrderCard({ order, tone, open, notice }: OrderCardProps) {
  return (
    <details class="card" open={open}>
      <summary>
        <h2>{order.title}</h2>
        <Badge tone={tone}>{order.status}</Badge>
      </summary>
      {notice && order.notice && <p class="notice">{order.notice}</p>}
      <Facts facts={order.facts} />
      {order.links.length > 0 && (
        <ul class="links">
          {order.links.map(({ text, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer" target="_blank">
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
