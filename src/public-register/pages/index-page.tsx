import { liveliest } from '../../order/time/status.ts'
import { targetKind, valueOf } from '../../order/targets/target.ts'
import { plain } from '../../words/phrase.ts'
import { courtOf } from '../../words/names.ts'
import { gistOf } from '../../words/order-facts.ts'
import type { Words } from '../../words/words.ts'
import { slugOf } from '../../export/slug.ts'
import type { PublishedOrder } from '../published-order.ts'
import type { Register } from '../setting.ts'
import { pageText } from './layout.tsx'
import { StatusBadge, Text } from './parts.tsx'

/** Ways to order the register, each with the file of its page. */
export const arrangements = { status: 'index', court: 'courts' } as const
export type Arrangement = keyof typeof arrangements

/** Every order in a line, by state or by court. Its search is a script's; without one, browsers find text in a page. */
export function indexPage(by: Arrangement, code: string, register: Register): string {
  const words = register.words.get(code)!
  const { say, count } = words
  const file = (other: string, name: Arrangement = by) => `${arrangements[name]}.${other}.html`
  return pageText(
    { title: say('publicRegister'), code, up: '', inLanguage: file, searched: true },
    register,
    <>
      <h1>{say('publicRegister')}</h1>
      <p>{count('ordersFound', register.orders.length)}</p>
      <nav aria-label={say('ordersSorting')}>
        <ul class="arrangements">
          {(Object.keys(arrangements) as Arrangement[]).map((one) => (
            <li key={one}>
              <a href={file(code, one)} aria-current={one === by ? 'page' : undefined}>
                {say(one === 'status' ? 'registerByStatus' : 'registerByCourt')}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <search hidden>
        <label>
          {say('ordersSearch')}
          <input type="search" spellcheck={false} autocomplete="off" />
        </label>
        <p role="status" data-none={say('ordersNone')} />
      </search>
      {groupsOf(by, register.orders, words).map(([heading, orders]) => (
        <section key={heading} aria-labelledby={slugOf(`group ${heading}`)}>
          <h2 id={slugOf(`group ${heading}`)}>
            <bdi>{heading}</bdi>
          </h2>
          <ul class="orders">
            {orders.map((one) => (
              <Line key={one.record.order.id} {...{ one, words, code }} />
            ))}
          </ul>
        </section>
      ))}
    </>,
  )
}

function groupsOf(by: Arrangement, orders: readonly PublishedOrder[], words: Words): [string, PublishedOrder[]][] {
  const groups = new Map<string, PublishedOrder[]>()
  if (by === 'status') for (const status of liveliest) groups.set(words.named('status', status), [])
  for (const one of orders) {
    const heading = by === 'status' ? words.named('status', one.status) : courtOf(one.record.order.decisions[0], words)
    groups.set(heading, [...(groups.get(heading) ?? []), one])
  }
  const filled = [...groups].filter(([, some]) => some.length > 0)
  return by === 'status' ? filled : filled.toSorted(([a], [b]) => a.localeCompare(b, words.language))
}

/** Names of an order that can be searched for on the page: more would make it heavy. */
const mostNames = 200

function Line({ one, words, code }: { one: PublishedOrder; words: Words; code: string }) {
  const { record, status, targets } = one
  const names = targets
    .slice(0, mostNames)
    .map(({ target }) => (targetKind(target) === 'url' ? new URL(valueOf(target)).hostname : valueOf(target)))
  return (
    <li data-names={names.join(' ')}>
      <a href={`orders/${record.order.id}/${code}.html`}>
        <Text>{words.phrase(record.order.title)}</Text>
      </a>
      <StatusBadge status={status}>{words.named('status', status)}</StatusBadge>
      <p class="quiet">
        {gistOf(record, words).map((detail, at) => (
          <>
            {at > 0 && ' · '}
            <Text key={plain(detail)}>{detail}</Text>
          </>
        ))}
      </p>
    </li>
  )
}
