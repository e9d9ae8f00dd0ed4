import type { Explanation } from '../../../src/lookup/explain.ts'
import { explanationText, plainText } from '../../../src/words/explanation.ts'
import type { Words } from '../../../src/words/words.ts'
import { toneOf } from '../parts/badge.tsx'
import { Facts } from '../parts/facts.tsx'
import { OrderCard } from '../parts/order-card.tsx'

/** What the page knows beside the explanation. */
export interface Setting {
  managed: boolean
  /** Whom to tell of an error, where an organisation says so. */
  support?: { name: string; url: string }
  /** Of the rules that brought this page. */
  fingerprint: string
  version: string
  canGoBack: boolean
}

export interface Actions {
  leave(): void
  copy(text: string): void
  open(): void
}

export interface BlockedProps {
  explanation: Explanation
  words: Words
  setting: Setting
  /** Epoch milliseconds. */
  now: number
  actions: Actions
  /** What the last action did, for everyone. */
  done: string
}

export function Blocked({ explanation, words, setting, now, actions, done }: BlockedProps) {
  const text = explanationText(explanation, words, { ...setting, now })
  const { say } = words
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{text.headline}</h1>
        <p class="lead">{text.lead}</p>
        <p class="host">
          <bdi>{explanation.asked.host}</bdi>
        </p>
      </header>
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
      <div class="actions">
        {text.blocked ? (
          <button class="primary" type="button" onClick={actions.leave}>
            {say(setting.canGoBack ? 'actionBack' : 'actionClose')}
          </button>
        ) : (
          explanation.orders.length > 0 && (
            <button class="primary" type="button" onClick={actions.open}>
              {say('actionOpen')}
            </button>
          )
        )}
        <button type="button" onClick={() => actions.copy(plainText(text))}>
          {say('actionCopy')}
        </button>
        <button type="button" onClick={() => actions.copy(JSON.stringify(explanation, null, 2))}>
          {say('actionCopyJson')}
        </button>
        {setting.support && (
          <a class="button" href={setting.support.url}>
            {say('actionReport', setting.support.name)}
          </a>
        )}
      </div>
      <p role="status" class="done">
        {done}
      </p>
      <Technical explanation={explanation} words={words} setting={setting} />
    </article>
  )
}

function Technical({ explanation, words: { say }, setting }: Pick<BlockedProps, 'explanation' | 'words' | 'setting'>) {
  const { asked, orders } = explanation
  return (
    <details class="technical">
      <summary>{say('technical')}</summary>
      <Facts
        facts={[
          { term: say('technicalAddress'), details: [shortened(asked.url ?? asked.host)] },
          {
            term: say('technicalOrder'),
            details: orders.map(
              ({ record }) => `${record.order.id}, v${record.order.version}, SHA-256 ${record.digest}`,
            ),
          },
          { term: say('technicalRules'), details: setting.fingerprint === '' ? [] : [setting.fingerprint] },
          {
            term: 'HTTP',
            details: [`451 Unavailable For Legal Reasons; blocked-by: ${say('extensionName')} ${setting.version}`],
          },
        ].filter(({ details }) => details.length > 0)}
      />
    </details>
  )
}

/** The host whole, the rest cut in the middle: an address can be of any length. */
function shortened(address: string): string {
  const { origin } = URL.canParse(address) ? new URL(address) : { origin: '' }
  const rest = address.slice(origin.length)
  return rest.length <= 80 ? address : `${origin}${rest.slice(0, 40)}…${rest.slice(-39)}`
}
