import type { Words } from '../../../src/words/words.ts'
import { noticeOf } from '../../../src/words/explanation.ts'
import type { Choice } from '../../../src/order/application.ts'
import type { ListedOrder } from '../../platform/writ.ts'
import { Badge, toneOf } from '../parts/badge.tsx'

export interface WelcomeProps {
  words: Words
  /** The bundled order that a newcomer decides on. */
  order?: ListedOrder
  access: boolean
  managed: boolean
  choose(choice: Choice): void
  allow(): void
  openOptions(): void
}

/** What it does in three lines; then what there is to decide, as things stand now. */
export function Welcome({ words, order, access, managed, choose, allow, openOptions }: WelcomeProps) {
  const { say } = words
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('welcomeHeadline')}</h1>
        <p class="lead">{say('extensionDescription')}</p>
      </header>
      <ol class="does">
        <li>{say('welcomeBlocks')}</li>
        <li>{say('welcomeExplains')}</li>
        <li>{say('welcomePrivate')}</li>
      </ol>
      <section aria-labelledby="access">
        <h2 id="access">{say('welcomeAccess')}</h2>
        <p role="status">{say(access ? 'welcomeAccessGiven' : 'popupNoAccess')}</p>
        {!access && (
          <button type="button" class="primary" data-action="allow-access" onClick={allow}>
            {say('actionAllow')}
          </button>
        )}
      </section>
      {order && <Decision {...{ words, order, managed, choose }} />}
      <div class="actions">
        <button type="button" data-action="open-options" onClick={openOptions}>
          {say('actionOptions')}
        </button>
      </div>
    </article>
  )
}

function Decision({
  words,
  order,
  managed,
  choose,
}: Pick<WelcomeProps, 'words' | 'managed' | 'choose'> & { order: ListedOrder }) {
  const { say } = words
  const { record, status, byChoice } = order
  return (
    <section aria-labelledby="order" class="card">
      <h2 id="order">{words.text(record.order.title)}</h2>
      <Badge tone={toneOf(order)}>{say(byChoice ? 'status_beyond' : `status_${status.replaceAll('-', '_')}`)}</Badge>
      <p>{say('welcomeOrder', record.order.decisions[0].court, words.date(record.order.decisions[0].date))}</p>
      <p role="status">{noticeOf(order, words, managed)}</p>
      {order.locked ? (
        <p>{say('lockedByPolicy')}</p>
      ) : (
        <div class="actions">
          <button
            type="button"
            class={byChoice ? '' : 'primary'}
            data-action="apply-beyond-term"
            aria-pressed={byChoice}
            onClick={() => choose('apply-beyond-term')}
          >
            {say('actionApplyBeyond')}
          </button>
          <button
            type="button"
            data-action="only-list"
            aria-pressed={order.choice === 'list'}
            onClick={() => choose('list')}
          >
            {say('actionOnlyList')}
          </button>
        </div>
      )}
    </section>
  )
}
