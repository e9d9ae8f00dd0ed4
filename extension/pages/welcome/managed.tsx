import type { OrderHere } from '../../../src/standing/here.ts'
import { isMail } from '../../../src/words/report.ts'
import type { Words } from '../../../src/words/words.ts'
import { OutLink } from '../parts/out-link.tsx'

/** Whoever set this browser up by policy. */
export interface Organisation {
  /** Empty where it does not say. */
  name: string
  contact: string
  url: string
  /** The orders that are applied here. */
  applied: OrderHere[]
}

/** Titles that are shown; the rest is counted. */
const mostTitles = 5

/** On a managed browser: who applies which orders here, and whom to ask. */
export function Managed({ words, organisation }: { words: Words; organisation: Organisation }) {
  const { say, count, text } = words
  const { name, contact, url, applied } = organisation
  const others = applied.length - mostTitles
  return (
    <section class="card" aria-labelledby="organisation" data-organisation={name}>
      <h2 id="organisation">{name === '' ? say('welcomeManaged') : say('welcomeManagedBy', name)}</h2>
      <p>{applied.length === 0 ? say('popupNothingApplied') : count('welcomeManagedOrders', applied.length)}</p>
      <ul>
        {applied.slice(0, mostTitles).map(({ record }) => (
          <li key={record.key}>
            <bdi>{text(record.order.title)}</bdi>
          </li>
        ))}
        {others > 0 && <li>{count('more', others)}</li>}
      </ul>
      {(contact !== '' || url !== '') && (
        <p>
          {say('managedSupport')}:{' '}
          {contact !== '' &&
            (isMail(contact) ? <OutLink url={`mailto:${contact}`}>{contact}</OutLink> : <bdi>{contact}</bdi>)}{' '}
          {url !== '' && <OutLink url={url}>{url}</OutLink>}
        </p>
      )}
    </section>
  )
}
