import type { DayText, TimelineText } from '../../../src/words/timeline-text.ts'
import { plain } from '../../../src/words/phrase.ts'
import { Phrase } from './phrase.tsx'

/** When an order was, is and will be in force, to scale. For the eye only: `Timeline` says it in words. */
export function TermPicture({ stretches, today }: Pick<TimelineText, 'stretches' | 'today'>) {
  return (
    <div class="term-picture" aria-hidden="true">
      {stretches.map(({ from, to, status }) => (
        <span
          key={from}
          class={`stretch ${status}`}
          style={{ insetInlineStart: percent(from), inlineSize: percent(to - from) }}
        />
      ))}
      <span class="today" style={{ insetInlineStart: percent(today) }} />
    </div>
  )
}

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`
}

/** The days that count, oldest first, on a rail that shows what holds between them. */
export function Timeline({ days }: Pick<TimelineText, 'days'>) {
  return (
    <ol class="timeline">
      {days.map((day) => (
        <TimelineDay key={day.day.date} {...day} />
      ))}
    </ol>
  )
}

function TimelineDay({ day, today, events, after }: DayText) {
  return (
    <li class={`${after} ${today ? 'now' : ''}`} aria-current={today ? 'date' : undefined}>
      <Phrase>{day}</Phrase>
      {events.map(({ title, details }) => (
        <p key={title + details.map(plain).join()}>
          <strong>{title}</strong>
          {details.map((detail) => (
            <span class="detail" key={plain(detail)}>
              <Phrase>{detail}</Phrase>
            </span>
          ))}
        </p>
      ))}
    </li>
  )
}
