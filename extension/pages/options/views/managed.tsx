import { isObject } from '../../../../src/order/reading/reader.ts'
import { keyOf, type Named } from '../../../../src/words/message-key.ts'
import type { Words } from '../../../../src/words/words.ts'
import { engines } from '../../../../src/search/engines.ts'
import { isMail } from '../../../../src/words/report.ts'
import { OutLink } from '../../parts/out-link.tsx'
import { hashOf } from '../address.ts'
import { FirstOf } from '../parts/first-of.tsx'
import { useLoaded } from '../use-loaded.ts'
import type { PartProps } from '../props.ts'
import { Problems } from './status.tsx'
import { useSaid } from '../use-said.ts'
import { useWords } from '../use-words.ts'

/** Shows what an administrator has set and what of it cannot be used; nothing is changed here. */
export function Managed({ known, writ }: PartProps) {
  const { say } = useWords()
  const { effective } = known.state
  const given = useLoaded<Record<string, unknown>>({}, writ.managedValues, [known.revision])
  if (!effective.managed) return <p>{say('managedNot')}</p>
  return (
    <>
      <p>{say('managedLead')}</p>
      <Problems
        title={say('statusPolicyIssues')}
        advice={say('adviceForPolicy')}
        issues={useSaid()(effective.issues)}
      />
      <ul class="settings">
        {Object.keys(given).map((key) => (
          <li key={key} data-setting={key}>
            <SettingName name={key} />
            <Holding name={key} known={known} />
          </li>
        ))}
      </ul>
      <Support known={known} />
    </>
  )
}

/** A setting in words, and behind them as its administrator writes it; one that is not known here as it is written. */
function SettingName({ name }: { name: string }) {
  const { say } = useWords()
  const known = say(keyOf('setting', name as Named<'setting'>))
  return (
    <>
      {known} <code class="quiet">{name}</code>
    </>
  )
}

/** Shows how one managed value applies. */
function Holding({ name, known }: Pick<PartProps, 'known'> & { name: string }) {
  const words = useWords()
  const { say, named, text } = words
  const { settings, locked, lockedChoices } = known.state.effective
  if (name === 'orders' || name === 'bundledOrders') {
    const orders = known.orders.filter(({ record }) =>
      name === 'orders'
        ? record.provenance === 'policy'
        : record.provenance === 'bundled' && lockedChoices.includes(record.order.id),
    )
    return orders.length === 0 ? (
      <p>{say('managedNothing')}</p>
    ) : (
      <ul>
        <FirstOf
          entries={orders.map(({ record, choice }) => (
            <li key={record.key}>
              <a href={hashOf({ view: 'orders', order: record.key })}>
                <bdi>{text(record.order.title)}</bdi>
              </a>
              {' · '}
              {say('labelled', say('optionsChoice'), named('choice', choice))}
            </li>
          ))}
        />
      </ul>
    )
  }
  const setting = locked.find((one) => one === name)
  if (!setting) return <p>{say('managedNothing')}</p>
  return (
    <ul>
      <FirstOf
        entries={linesOf(settings[setting], words).map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      />
    </ul>
  )
}

/** A value as people read it: one line an entry. */
function linesOf(value: unknown, words: Words): string[] {
  const inWords = (one: unknown) => words.say(keyOf('value', String(one) as Named<'value'>)) || String(one)
  if (Array.isArray(value)) return value.map((one) => (isObject(one) ? Object.values(one).join(', ') : String(one)))
  if (!isObject(value)) return [inWords(value)]
  return Object.entries(value).map(([key, one]) => words.say('labelled', engineName(key), inWords(one)))
}

function engineName(id: string): string {
  return engines.find((engine) => engine.id === id)?.name ?? id
}

/** The support contact: who they are, how to write to them, and their page, each on a line of its own. */
function Support({ known }: Pick<PartProps, 'known'>) {
  const { say } = useWords()
  const { supportName, supportContact, supportUrl } = known.state.effective.settings
  if (!supportName && !supportContact && !supportUrl) return null
  return (
    <section>
      <h3>{say('managedSupport')}</h3>
      {supportName && (
        <p>
          <bdi>{supportName}</bdi>
        </p>
      )}
      {supportContact && (
        <p>
          {isMail(supportContact) ? (
            <OutLink url={`mailto:${supportContact}`}>{supportContact}</OutLink>
          ) : (
            <bdi>{supportContact}</bdi>
          )}
        </p>
      )}
      {supportUrl && (
        <p>
          <OutLink url={supportUrl}>{supportUrl}</OutLink>
        </p>
      )}
    </section>
  )
}
