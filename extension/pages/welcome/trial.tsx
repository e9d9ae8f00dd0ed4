import { courtOf } from '../../../src/words/names.ts'
import { noticeOf } from '../../../src/words/notice.ts'
import { Badge, toneOf } from '../parts/badge.tsx'
import type { OrderHere } from '../../../src/standing/here.ts'
import type { Words } from '../../../src/words/words.ts'
import type { WelcomeActions } from './actions.ts'

export interface TrialProps {
  words: Words
  order: OrderHere
  /** One of its names. */
  sample: string
  actions: WelcomeActions
}

/** The bundled order, to be tried: what it is, applied with a word, and then the page of one of its names. */
export function Trial({ words, order, sample, actions }: TrialProps) {
  const { say, named, text } = words
  const { record, status, beyondTerm, applied } = order
  const { title, decisions, entryCount } = record.order
  const [decision] = decisions
  return (
    <>
      <p>
        <bdi>
          <strong>{text(title)}</strong>
        </bdi>{' '}
        <Badge tone={toneOf(order)}>{named('status', beyondTerm ? 'beyond-term' : status)}</Badge>
      </p>
      <p>
        {say('welcomeOrder', courtOf(decision, words), words.date(decision.date), words.count('names', entryCount))}
      </p>
      <div role="status">
        {applied && <p class="ticked">{words.count('welcomeApplied', entryCount)}</p>}
        <p>{noticeOf(order, words, Date.now())}</p>
      </div>
      {order.locked ? (
        <p>{say('lockedByPolicy')}</p>
      ) : (
        <div class="actions">
          <button
            type="button"
            data-action="apply-beyond-term"
            aria-pressed={beyondTerm}
            onClick={() => actions.choose('apply-beyond-term')}
          >
            {say('actionApplyBeyond')}
          </button>
          <button
            type="button"
            data-action="only-list"
            aria-pressed={order.choice === 'list'}
            onClick={() => actions.choose('list')}
          >
            {say('actionOnlyList')}
          </button>
          {applied && (
            <button type="button" class="primary" data-action="test" onClick={actions.test}>
              {say('actionSeePage', sample)}
            </button>
          )}
        </div>
      )}
    </>
  )
}
