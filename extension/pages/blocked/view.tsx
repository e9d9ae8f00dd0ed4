import type { Explanation } from '../../../src/standing/explain.ts'
import type { ExplanationText } from '../../../src/words/explanation.ts'
import type { Recipient } from '../../../src/words/report.ts'
import type { Words } from '../../../src/words/words.ts'
import { toneOf } from '../parts/badge.tsx'
import { Banner } from '../parts/banner.tsx'
import { Host } from '../parts/host.tsx'
import { OrderCard } from '../parts/order-card.tsx'
import { NewNameForm, type NewNameActions } from './new-name.tsx'
import type { Setting } from './setting.ts'
import { Technical } from './technical.tsx'

export interface Actions extends NewNameActions {
  leave(): void
  copyText(): void
  copyJson(): void
  open(): void
}

export interface BlockedProps {
  explanation: Explanation
  text: ExplanationText
  words: Words
  setting: Setting
  actions: Actions
  /** The outcome of the last action, shown where it was asked for, as the form lies far below the top. */
  done: { page?: string; draft?: string }
}

export function Blocked({ explanation, text, words, setting, actions, done }: BlockedProps) {
  const { say } = words
  const [first] = explanation.orders
  return (
    <article data-blocked={text.blocked}>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{text.headline}</h1>
        {explanation.query.host !== '' && <Host host={explanation.query.host} />}
        <p class="lead">{text.lead}</p>
        {setting.privateWindow && <Banner>{say('bannerPrivateWindow')}</Banner>}
      </header>
      <ActionButtons {...{ text, words, setting, actions }} />
      <p role="status" class="done">
        {done.page}
      </p>
      {text.orders.map((order, at) => (
        <OrderCard
          key={order.id}
          order={order}
          tone={toneOf(explanation.orders[at]!)}
          level={2}
          open={at === 0}
          notice={text.orders.length > 1}
        />
      ))}
      {text.notes.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why">{say('whyThisPage')}</h2>
          {text.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
      {first && (
        <section aria-labelledby="wrong" class="wrong">
          <h2 id="wrong">{say('somethingWrong')}</h2>
          <Recipients recipients={setting.recipients} words={words} />
          <NewNameForm words={words} actions={actions} done={done.draft} />
        </section>
      )}
      <Technical explanation={explanation} words={words} setting={setting} />
    </article>
  )
}

type ActionButtonsProps = Pick<BlockedProps, 'text' | 'words' | 'setting' | 'actions'>

function ActionButtons({ text, words: { say }, setting, actions }: ActionButtonsProps) {
  const covered = text.orders.length > 0
  return (
    <div class="actions">
      {text.blocked || !covered ? (
        <button class="primary" type="button" data-action="leave" onClick={actions.leave}>
          {say(setting.canGoBack ? 'actionBack' : 'actionClose')}
        </button>
      ) : (
        <button class="primary" type="button" data-action="open" onClick={actions.open}>
          {say('actionOpen')}
        </button>
      )}
      {covered && (
        <>
          <button type="button" data-action="copy" onClick={actions.copyText}>
            {say('actionCopy')}
          </button>
          <button type="button" data-action="copy-json" onClick={actions.copyJson}>
            {say('actionCopyJson')}
          </button>
        </>
      )}
    </div>
  )
}

function Recipients({ recipients, words: { say } }: { recipients: Recipient[]; words: Words }) {
  if (recipients.length === 0) return <p>{say('reportNobody')}</p>
  return (
    <div class="actions">
      {recipients.map(({ name, url }) => (
        <a
          key={url}
          class="button"
          href={url}
          rel="noreferrer"
          target={url.startsWith('mailto:') ? undefined : '_blank'}
        >
          {say('actionReport', name)}
        </a>
      ))}
    </div>
  )
}
