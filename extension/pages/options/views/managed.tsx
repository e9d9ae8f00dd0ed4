import { isObject } from '../../../../src/order/reading/reader.ts'
import { isMail } from '../../../../src/words/report.ts'
import { OutLink } from '../../parts/out-link.tsx'
import { hashOf } from '../address.ts'
import { FirstOf } from '../parts/first-of.tsx'
import { useLoaded } from '../use-loaded.ts'
import type { PartProps } from '../props.ts'
import { Problems } from './status.tsx'
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
      <Problems title={say('statusPolicyIssues')} advice={say('adviceForPolicy')} issues={effective.issues} />
      <ul class="settings">
        {Object.keys(given).map((key) => (
          <li key={key} data-setting={key}>
            <code>{key}</code>
            <Holding name={key} known={known} />
          </li>
        ))}
      </ul>
      <Support known={known} />
    </>
  )
}

/** Shows how one managed value applies. */
function Holding({ name, known }: Pick<PartProps, 'known'> & { name: string }) {
  const { say, named, text } = useWords()
  const { settings, locked, lockedChoices } = known.state.effective
  if (name === 'orders' || name === 'bundledOrders') {
    const orders = known.orders.filter(({ record }) =>
      name === 'orders' ? record.provenance === 'policy' : lockedChoices.includes(record.order.id),
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
        entries={linesOf(settings[setting]).map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      />
    </ul>
  )
}

/** A value as an administrator reads it: one line an entry. */
function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((one) => (isObject(one) ? Object.values(one).join(', ') : String(one)))
  return isObject(value) ? Object.entries(value).map(([key, one]) => `${key}: ${String(one)}`) : [String(value)]
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
