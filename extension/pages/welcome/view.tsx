import type { ComponentChildren } from 'preact'
import { courtOf } from '../../../src/words/names.ts'
import { noticeOf } from '../../../src/words/notice.ts'
import type { Words } from '../../../src/words/words.ts'
import type { Choice } from '../../../src/standing/application.ts'
import type { OrderHere } from '../../../src/standing/here.ts'
import { Badge, toneOf } from '../parts/badge.tsx'
import { Phrase } from '../parts/phrase.tsx'

export interface WelcomeProps {
  words: Words
  /** The bundled order that a newcomer decides on. */
  order?: OrderHere
  /** One of its names, whose page can be looked at. */
  sample: string
  access: boolean
  privateWindows: boolean
  actions: WelcomeActions
}

export interface WelcomeActions {
  choose(choice: Choice): void
  allow(): void
  test(): void
  openOptions(): void
}

/** Says what Writ does in three lines; then what there is to decide and to try, as things stand now. */
export function Welcome({ words, order, sample, access, privateWindows, actions }: WelcomeProps) {
  const { say } = words
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('welcomeHeadline')}</h1>
      </header>
      <ul class="does">
        <li>{say('welcomeBlocks')}</li>
        <li>{say('welcomeExplains')}</li>
        <li>{say('welcomePrivate')}</li>
      </ul>
      <ol class="steps">
        <Step name="access" heading={say('welcomeAccess')}>
          <p role="status">{say(access ? 'welcomeAccessGiven' : 'popupNoAccess')}</p>
          {!access && (
            <div class="actions">
              <button type="button" class="primary" data-action="allow-access" onClick={actions.allow}>
                {say('actionAllowAccess')}
              </button>
            </div>
          )}
          {!privateWindows && <p class="quiet">{say('bannerPrivateWindows')}</p>}
        </Step>
        {order && (
          <Step name="order" heading={<Phrase>{words.phrase(order.record.order.title)}</Phrase>}>
            <Decision words={words} order={order} choose={actions.choose} />
          </Step>
        )}
        {order && (
          <Step name="test" heading={say('welcomeTest')}>
            <p>{say('welcomeTestLead', sample)}</p>
            <div class="actions">
              <button type="button" data-action="test" onClick={actions.test}>
                {say('actionTest')}
              </button>
            </div>
          </Step>
        )}
      </ol>
      <div class="actions">
        <button type="button" data-action="open-options" onClick={actions.openOptions}>
          {say('actionOptions')}
        </button>
      </div>
    </article>
  )
}

function Step({ name, heading, children }: { name: string; heading: ComponentChildren; children: ComponentChildren }) {
  return (
    <li class="card" aria-labelledby={name}>
      <h2 id={name}>{heading}</h2>
      {children}
    </li>
  )
}

function Decision({ words, order, choose }: { words: Words; order: OrderHere; choose: WelcomeActions['choose'] }) {
  const { say, named } = words
  const { record, status, beyondTerm } = order
  const { decisions, entryCount } = record.order
  const [decision] = decisions
  return (
    <>
      <Badge tone={toneOf(order)}>{named('status', beyondTerm ? 'beyond-term' : status)}</Badge>
      <p>
        {say('welcomeOrder', courtOf(decision, words), words.date(decision.date), words.count('names', entryCount))}
      </p>
      <p role="status">{noticeOf(order, words, Date.now())}</p>
      {order.locked ? (
        <p>{say('lockedByPolicy')}</p>
      ) : (
        <div class="actions">
          <button
            type="button"
            class={beyondTerm ? '' : 'primary'}
            data-action="apply-beyond-term"
            aria-pressed={beyondTerm}
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
    </>
  )
}
