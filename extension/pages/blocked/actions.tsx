import type { ExplainedOrder, Explanation } from '../../../src/standing/explain.ts'
import type { ExplanationText } from '../../../src/words/explanation.ts'
import { blockingOrders } from '../../../src/words/heading.ts'
import type { Words } from '../../../src/words/words.ts'
import type { Choice } from '../../../src/standing/application.ts'
import type { Setting } from './setting.ts'

export interface ButtonActions {
  leave(): void
  open(): void
  copyText(): void
  copyJson(): void
  print(): void
  /** Chooses for an order, by its id: to stop applying it, or to take that back. */
  choose(id: string, choice: Choice): void
  openOptions(): void
}

export interface ActionButtonsProps {
  explanation: Explanation
  text: ExplanationText
  words: Words
  setting: Setting
  actions: ButtonActions
}

/** The acts that are open to a reader, first of all the way back. */
export function ActionButtons({ explanation, text, words, setting, actions }: ActionButtonsProps) {
  const { say } = words
  const covered = text.orders.length > 0
  const opens = !text.blocked && covered
  const changeable = blockingOrders(explanation).filter(({ locked }) => !locked)
  const { ask, undo } = setting
  return (
    <div class="actions">
      <button
        class="primary"
        type="button"
        data-action={opens ? 'open' : 'leave'}
        onClick={opens ? actions.open : actions.leave}
      >
        {say(opens ? 'actionOpen' : setting.canGoBack ? 'actionBack' : 'actionClose')}
      </button>
      {undo && (
        <button type="button" data-action="undo" onClick={() => actions.choose(undo.id, undo.choice)}>
          {say('actionUndo')}
        </button>
      )}
      {ask && (
        <a
          class="button"
          data-action="ask"
          href={ask.url}
          rel="noreferrer"
          target={ask.url.startsWith('mailto:') ? undefined : '_blank'}
        >
          {say('actionAsk', ask.name)}
        </a>
      )}
      {changeable.length > 0 && <Change orders={changeable} words={words} actions={actions} />}
      {covered && (
        <details class="menu copy">
          <summary class="button">{say('actionCopyPrint')}</summary>
          <div class="panel">
            <button type="button" data-action="copy" onClick={actions.copyText}>
              {say('actionCopy')}
            </button>
            <button type="button" data-action="copy-json" onClick={actions.copyJson}>
              {say('actionCopyJson')}
            </button>
            <button type="button" data-action="print" onClick={actions.print}>
              {say('actionPrint')}
            </button>
          </div>
        </details>
      )}
    </div>
  )
}

interface ChangeProps {
  orders: ExplainedOrder[]
  words: Words
  actions: ButtonActions
}

/** Says what would follow before anything does: a choice here has legal weight. */
function Change({ orders, words: { say, text }, actions }: ChangeProps) {
  return (
    <details class="menu change">
      <summary class="button">{say('actionChange')}</summary>
      <div class="panel">
        {orders.map(({ record: { key, order } }) => (
          <div key={key}>
            <p>{say('changeLead', text(order.title))}</p>
            <button type="button" data-action="stop-applying" onClick={() => actions.choose(order.id, 'list')}>
              {say('actionStopApplying')}
            </button>
          </div>
        ))}
        <button type="button" data-action="open-options" onClick={actions.openOptions}>
          {say('actionOptions')}
        </button>
      </div>
    </details>
  )
}
