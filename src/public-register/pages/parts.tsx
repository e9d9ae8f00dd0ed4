import type { Status } from '../../order/time/status.ts'
import type { Fact } from '../../words/fact.ts'
import { plain, type Detail } from '../../words/phrase.ts'
import type { TimelineText } from '../../words/timeline-text.ts'

/** Text of an order, isolated from the direction of the text around it; a day says its ISO form. */
export function Text({ children: detail }: { children: Detail }) {
  const { text, language, date } = typeof detail === 'string' ? { text: detail } : detail
  return date === undefined ? <bdi lang={language}>{text}</bdi> : <time dateTime={date}>{text}</time>
}

/** A link that an order gives. The page it leads to does not learn where the reader comes from. */
export function OutLink({ url, children }: { url: string; children: Detail }) {
  return (
    <a href={url} rel="noreferrer external">
      <Text>{children}</Text>
    </a>
  )
}

/** The status in a word, with a mark that is full while the order is in force, and half where that is not known. */
export function StatusBadge({ status, children }: { status: Status; children: string }) {
  return <span class={`badge ${status}`}>{children}</span>
}

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map(({ term, details, url }) => (
        <div key={term}>
          <dt>{term}</dt>
          {details.map((detail) => (
            <dd key={plain(detail)}>{url ? <OutLink url={url}>{detail}</OutLink> : <Text>{detail}</Text>}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** When the order was, is and will be in force, to scale. For the eye only: `Days` says it in words. */
export function TermPicture({ stretches, today }: Pick<TimelineText, 'stretches' | 'today'>) {
  const width = 1000
  return (
    <svg class="term-picture" viewBox={`0 0 ${width} 20`} preserveAspectRatio="none" aria-hidden="true">
      {stretches.map(({ from, to, status }) => (
        <rect key={from} class={status} x={from * width} y={6} width={Math.max(2, (to - from) * width)} height={8} />
      ))}
      <rect class="today" x={Math.max(0, today * width - 1)} y={0} width={3} height={20} />
    </svg>
  )
}

/** The days that count, oldest first. */
export function Days({ days }: Pick<TimelineText, 'days'>) {
  return (
    <ol class="timeline">
      {days.map(({ day, today, events, after }) => (
        <li key={day.date} class={after} aria-current={today ? 'date' : undefined}>
          <Text>{day}</Text>
          {events.map(({ title, details }) => (
            <p key={title + details.map(plain).join()}>
              <strong>{title}</strong>
              {details.map((detail) => (
                <span key={plain(detail)}>
                  <Text>{detail}</Text>
                </span>
              ))}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}
