import type { Issue } from '../../../src/order/issue.ts'
import type { Choice } from '../../../src/order/application.ts'
import { orderText } from '../../../src/words/explanation.ts'
import type { Words } from '../../../src/words/words.ts'
import type { Settings } from '../../../src/policy/settings.ts'
import type { RegisterEntry } from '../../../src/register/entry.ts'
import type { ListedOrder, State } from '../../platform/writ.ts'
import { toneOf } from '../parts/badge.tsx'
import { OrderCard } from '../parts/order-card.tsx'
import { ImportOrder, type ImportOutcome } from './import-order.tsx'

export interface OptionsProps {
  words: Words
  orders: ListedOrder[]
  state: State
  register: RegisterEntry[]
  outcome: ImportOutcome
  actions: OptionsActions
}

export interface OptionsActions {
  choose(id: string, choice: Choice): void
  remove(key: string): void
  importText(text: string): void
  save(patch: Partial<Settings>): void
  allow(): void
}

export function Options({ words, orders, state, register, outcome, actions }: OptionsProps) {
  const { say } = words
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('optionsHeadline')}</h1>
      </header>
      <StatusSection words={words} state={state} allow={actions.allow} />
      <section aria-labelledby="orders">
        <h2 id="orders">{say('optionsOrders')}</h2>
        {orders.map((order) => (
          <OrderRow key={order.record.key} words={words} order={order} actions={actions} />
        ))}
      </section>
      <ImportOrder words={words} outcome={outcome} importText={actions.importText} />
      <SettingsSection words={words} state={state} save={actions.save} />
      <RegisterSection words={words} register={register} />
    </article>
  )
}

function StatusSection({ words, state, allow }: { words: Words; state: State; allow(): void }) {
  const { enforced, inForce, access, privateWindows } = state
  const { say, count } = words
  return (
    <section aria-labelledby="status">
      <h2 id="status">{say('optionsStatus')}</h2>
      <p role="status">
        {count('enforcedOrders', enforced.orders.length, words.list([count('names', enforced.domains)]))}
      </p>
      {inForce.managed && <p class="banner">{say('bannerManaged')}</p>}
      {!privateWindows && <p class="banner">{say('bannerPrivateWindows')}</p>}
      {!access && (
        <p class="banner">
          {say('popupNoAccess')}{' '}
          <button type="button" onClick={allow}>
            {say('actionAllow')}
          </button>
        </p>
      )}
      <IssueList issues={[...inForce.issues, ...enforced.limitations]} />
    </section>
  )
}

export function IssueList({ issues }: { issues: readonly Issue[] }) {
  if (issues.length === 0) return null
  return (
    <ul class="issues">
      {issues.map(({ code, path, message }) => (
        <li key={`${path} ${code}`}>
          <code>{path}</code> {message}
        </li>
      ))}
    </ul>
  )
}

const choices: Choice[] = ['list', 'apply', 'apply-beyond-term']

function OrderRow({ words, order, actions }: { words: Words; order: ListedOrder; actions: OptionsActions }) {
  const { say } = words
  const { record, choice, locked } = order
  const { key, provenance } = record
  const text = orderText(order, words, { now: Date.now() })
  return (
    <OrderCard order={text} tone={toneOf(order)} level={3} open={false} notice>
      {locked ? (
        <p>{say('lockedByPolicy')}</p>
      ) : (
        <label class="choice">
          {say('optionsChoice')}
          <select
            value={choice}
            onChange={(event) => actions.choose(record.order.id, event.currentTarget.value as Choice)}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {say(`choice_${one.replaceAll('-', '_')}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {provenance === 'user' && (
        <button type="button" onClick={() => actions.remove(key)}>
          {say('actionRemove', text.title.text)}
        </button>
      )}
    </OrderCard>
  )
}

function SettingsSection({
  words: { say },
  state,
  save,
}: {
  words: Words
  state: State
  save(patch: Partial<Settings>): void
}) {
  const { settings, locked } = state.inForce
  const lock = (name: keyof Settings) => locked.includes(name)
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{say('optionsSettings')}</h2>
      <Switch
        name="afterTerm"
        label={say('settingAfterTerm')}
        checked={settings.afterTerm === 'continue'}
        locked={lock('afterTerm') ? say('lockedByPolicy') : undefined}
        change={(on) => save({ afterTerm: on ? 'continue' : 'stop' })}
      />
      <Switch
        name="neverContact"
        label={say('settingNeverContact')}
        checked={settings.neverContact}
        locked={lock('neverContact') ? say('lockedByPolicy') : undefined}
        change={(on) => save({ neverContact: on })}
      />
    </section>
  )
}

interface SwitchProps {
  name: keyof Settings
  label: string
  checked: boolean
  locked: string | undefined
  change(on: boolean): void
}

function Switch({ name, label, checked, locked, change }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={locked !== undefined}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span>
        {label} {locked && <em>{locked}</em>}
      </span>
    </label>
  )
}

function RegisterSection({ words, register }: { words: Words; register: RegisterEntry[] }) {
  const { say } = words
  return (
    <section aria-labelledby="register">
      <h2 id="register">{say('optionsRegister')}</h2>
      {register.length === 0 && <p>{say('registerEmpty')}</p>}
      <ul class="register">
        {register.toReversed().map(({ at, event, order, version, byChoice, digest }) => (
          <li key={`${at} ${order} ${event}`}>
            <time dateTime={new Date(at).toISOString()}>{words.instant(at)}</time>{' '}
            {say(event === 'applied' ? (byChoice ? 'registerBeyond' : 'registerApplied') : 'registerStopped', order)}{' '}
            <small>
              v{version}, SHA-256 {digest.slice(0, 16)}…
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
