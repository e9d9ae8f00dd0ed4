import { counts } from '../../order/targets/counting.ts'
import type { PlacedTarget } from '../../order/targets/placed.ts'
import { targetKind, valueOf } from '../../order/targets/target.ts'
import { orderText, type FactGroup, type OrderText } from '../../words/explanation.ts'
import { whyUnknown } from '../../words/notice.ts'
import { unicodeHost } from '../../words/unicode-host.ts'
import type { Words } from '../../words/words.ts'
import { factsOf } from '../facts.ts'
import { isApplied, type PublishedOrder } from '../published-order.ts'
import type { Register } from '../setting.ts'
import { pageText } from './layout.tsx'
import { Days, FactList, OutLink, StatusBadge, TermPicture, Text } from './parts.tsx'

/** An order's lasting page, with the block page's words and timeline. */
export function orderPage(one: PublishedOrder, code: string, register: Register): string {
  const words = register.words.get(code)!
  const order = textOf(one, words, register.now)
  const timeline = order.groups.find((group) => group.timeline)?.timeline
  const facts = { title: order.title.text, code, up: '../../', inLanguage: (other: string) => `${other}.html` }
  return pageText(
    facts,
    register,
    <article>
      <h1>
        <Text>{order.title}</Text>
      </h1>
      <p>
        <StatusBadge status={one.status}>{order.status}</StatusBadge>
      </p>
      {order.notice !== undefined && <p class="notice">{order.notice}</p>}
      {timeline && <TermPicture {...timeline} />}
      {order.groups.map((group) => (
        <Group key={group.name} {...group} />
      ))}
      <Names {...{ one, words, now: register.now }} />
      <Links {...order} heading={words.say('registerLinks')} />
      <Files {...{ one, words }} />
    </article>,
  )
}

/** The order as the block page says it. What is applied here or there is another's matter, and so is who added it where. */
function textOf(one: PublishedOrder, words: Words, now: number): OrderText {
  const { record, status } = one
  const here = {
    record,
    at: now,
    status,
    applied: true,
    beyondTerm: false,
    choice: 'apply',
    byOrganisation: false,
    locked: false,
  } as const
  const text = orderText({ ...here, held: record.held ?? [] }, words, { now })
  const provenance = words.say('factProvenance')
  return {
    ...text,
    ...(status === 'unknown' ? { notice: whyUnknown(record, words, now) } : {}),
    groups: text.groups
      .map((group) => ({ ...group, facts: group.facts.filter(({ term }) => term !== provenance) }))
      .filter(({ facts, timeline }) => facts.length > 0 || timeline !== undefined),
  }
}

function Group({ name, heading, facts, timeline }: FactGroup) {
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{heading}</h2>
      {facts.length > 0 && <FactList facts={facts} />}
      {timeline && <Days {...timeline} />}
    </section>
  )
}

/** Names that a page shows; all of them are in a list beside it. */
const most = 500

function Names({ one, words, now }: { one: PublishedOrder; words: Words; now: number }) {
  const { say, count } = words
  const { names } = factsOf(one)
  const more = one.targets.length - most
  return (
    <section aria-labelledby="names">
      <h2 id="names">{say('registerNames')}</h2>
      {one.hidden ? (
        <p>{say('registerNamesHidden')}</p>
      ) : (
        <>
          <ul class="names">
            {one.targets.slice(0, most).map((target) => (
              <Name key={`${targetKind(target.target)} ${valueOf(target.target)}`} {...{ target, words, now }} />
            ))}
          </ul>
          {more > 0 && <p>{count('more', more)}</p>}
          {names !== undefined && (
            <p>
              <a href={`../../${names}`}>{say('registerNameList')}</a>
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** A name, never a link; in the spelling that people know, too. */
function Name({ target: placed, words, now }: { target: PlacedTarget; words: Words; now: number }) {
  const { target, effects } = placed
  const kind = targetKind(target)
  const value = valueOf(target)
  const spelled = kind === 'domain' || kind === 'host' ? unicodeHost(value) : undefined
  const notes = [
    ...(kind === 'ip' ? [words.say('targetNeverEnforced')] : []),
    ...(kind === 'host' ? [words.say('targetAlone')] : []),
    ...(effects.block ? [] : [words.say('targetOnlyHidden')]),
    ...(counts(placed, now) ? [] : [words.say('registerNotCounting')]),
  ]
  return (
    <li>
      <bdi>{value}</bdi>
      {spelled !== undefined && <bdi class="quiet">{spelled}</bdi>}
      {notes.map((note) => (
        <span class="quiet" key={note}>
          {note}
        </span>
      ))}
    </li>
  )
}

function Links({ links, heading }: Pick<OrderText, 'links'> & { heading: string }) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby="links">
      <h2 id="links">{heading}</h2>
      <ul class="links">
        {links.map(({ text, url }) => (
          <li key={url}>
            <OutLink url={url}>{text}</OutLink> <bdi class="quiet">{new URL(url).hostname}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The document as it is signed, and what resolvers take. */
function Files({ one, words: { say } }: { one: PublishedOrder; words: Words }) {
  const { id, version, zone, document, sha256, hidden } = factsOf(one)
  return (
    <section aria-labelledby="files">
      <h2 id="files">{say('registerFiles')}</h2>
      <dl>
        <div>
          <dt>{say('orderDocument')}</dt>
          <dd>
            {hidden ? <bdi>{id}</bdi> : <a href={`../../${document}`}>{id}</a>}, {say('documentVersion', version)}
          </dd>
          <dd class="digest">SHA-256 {sha256}</dd>
        </div>
        {zone !== undefined && isApplied(one) && (
          <div>
            <dt>{say('registerZone')}</dt>
            <dd>
              <a href={`../../${zone}`}>{zone}</a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
