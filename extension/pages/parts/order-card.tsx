import { Fragment, type ComponentChildren } from 'preact'
import type { FactGroup, OrderText } from '../../../src/words/explanation.ts'
import { plain } from '../../../src/words/phrase.ts'
import { Badge, type Tone } from './badge.tsx'
import { Facts } from './facts.tsx'
import { OutLink } from './out-link.tsx'
import { Phrase } from './phrase.tsx'
import { TermPicture, Timeline } from './timeline.tsx'

export interface OrderCardProps {
  order: OrderText
  tone: Tone
  /** The heading's level: 2 where the order is what the page is about. */
  level: 2 | 3
  /** The first of several is open, the others folded. */
  open: boolean
  /** Not where the page has said it already. */
  notice: boolean
  /** Controls for the order, below its notice. */
  children?: ComponentChildren
}

/** One order: its name and state, what must be known first, its facts in the order in which a reader asks, its links. */
export function OrderCard({ order, tone, level, open, notice, children }: OrderCardProps) {
  const Heading = `h${level}` as const
  const timeline = order.groups.find((group) => group.timeline)?.timeline
  return (
    <details class="card" open={open} data-order={order.id}>
      <summary>
        <Heading>
          <Phrase>{order.title}</Phrase>
        </Heading>
        <Badge tone={tone}>{order.status}</Badge>
        <Gist {...order} />
      </summary>
      {timeline && <TermPicture {...timeline} />}
      {notice && order.notice && <p class="notice">{order.notice}</p>}
      {children}
      {order.groups.map((group) => (
        <Group key={group.name} level={level} {...group} />
      ))}
      {order.links.length > 0 && (
        <ul class="links">
          {order.links.map(({ text, url }) => (
            <li key={url}>
              <OutLink url={url}>{text}</OutLink>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** Seen while the card is folded: who decided, when and on which ground is said of every order, not only of the first. */
function Gist({ gist }: Pick<OrderText, 'gist'>) {
  return (
    <span class="gist">
      {gist.map((detail, at) => (
        <Fragment key={plain(detail)}>
          {at > 0 && ' · '}
          <Phrase>{detail}</Phrase>
        </Fragment>
      ))}
    </span>
  )
}

function Group({ level, heading, facts, timeline }: FactGroup & Pick<OrderCardProps, 'level'>) {
  const Heading = level === 2 ? 'h3' : 'h4'
  return (
    <section class="group">
      <Heading>{heading}</Heading>
      {facts.length > 0 && <Facts facts={facts} />}
      {timeline && <Timeline {...timeline} />}
    </section>
  )
}
