import type { Explanation } from '../../../src/standing/explain.ts'
import type { ExplanationText } from '../../../src/words/explanation.ts'
import type { Recipient } from '../../../src/words/report.ts'
import { unicodeHost } from '../../../src/words/unicode-host.ts'
import type { Words } from '../../../src/words/words.ts'
import { Answers } from '../parts/answers.tsx'
import { toneOf } from '../parts/badge.tsx'
import { Banner } from '../parts/banner.tsx'
import { Marked } from '../parts/marked.tsx'
import { OrderCard } from '../parts/order-card.tsx'
import { ActionButtons, type ButtonActions } from './actions.tsx'
import { Foot, type FootProps } from './foot.tsx'
import { NewNameForm, type NewNameActions } from './new-name.tsx'
import type { Setting } from './setting.ts'
import { Technical } from './technical.tsx'

export interface Actions extends NewNameActions, ButtonActions, Pick<FootProps, 'speak'> {}

export interface BlockedProps {
  explanation: Explanation
  text: ExplanationText
  words: Words
  setting: Setting
  actions: Actions
  /** The outcome of the last action, shown where it was asked for, as the form lies far below the top. */
  done: { page?: string; draft?: string }
}

/** The answers first, then what can be done, and folded below it all that the order says. */
export function Blocked({ explanation, text, words, setting, actions, done }: BlockedProps) {
  const { say } = words
  const [first] = explanation.orders
  return (
    <article data-blocked={text.blocked}>
      <Head {...{ explanation, text, words, setting }} />
      {text.answers.length > 0 && <Answers answers={text.answers} />}
      <ActionButtons {...{ explanation, text, words, setting, actions }} />
      <p role="status" class="done">
        {done.page}
      </p>
      {text.orders.length > 0 && (
        <section class="orders" aria-labelledby="orders">
          <h2 id="orders">{say(text.orders.length > 1 ? 'wholeOrders' : 'wholeOrder')}</h2>
          {setting.feeds?.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {text.orders.map((order, at) => (
            <OrderCard
              key={order.id}
              order={order}
              tone={toneOf(explanation.orders[at]!)}
              level={3}
              open={false}
              notice={text.orders.length > 1}
            />
          ))}
        </section>
      )}
      {first && (
        <details class="wrong">
          <summary>{say('somethingWrong')}</summary>
          <Recipients recipients={setting.recipients} words={words} />
          <NewNameForm words={words} actions={actions} done={done.draft} />
        </details>
      )}
      <Technical explanation={explanation} words={words} setting={setting} />
      <Foot words={words} speak={actions.speak} />
    </article>
  )
}

function Head({
  explanation,
  text,
  words: { say },
  setting,
}: Pick<BlockedProps, 'explanation' | 'text' | 'words' | 'setting'>) {
  const { host } = explanation.query
  const spelled = unicodeHost(host)
  return (
    <header>
      <p class="actor">
        <span>
          <Marked text={text.actor ?? say('extensionName')} part={setting.supportName} />
          {text.actor && setting.contact && <span class="contact">{setting.contact}</span>}
        </span>
      </p>
      <h1>
        <Marked text={text.headline} part={spelled ?? host} />
      </h1>
      {spelled && (
        <p class="host">
          <bdi class="encoded">{host}</bdi>
        </p>
      )}
      <p class="lead">{text.lead}</p>
      {setting.privateWindow && <Banner>{say('bannerPrivateWindow')}</Banner>}
    </header>
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
