import type { ComponentChildren } from 'preact'
import { statusAt } from '../../../../../src/order/time/status.ts'
import type { Place, LocatedIssue } from '../../../../../src/order/reading/places.ts'
import { courtOf } from '../../../../../src/words/names.ts'
import { withoutEmptyFacts, type Fact } from '../../../../../src/words/fact.ts'
import { deciderTerm } from '../../../../../src/words/order-facts.ts'
import { termOf } from '../../../../../src/words/term-facts.ts'
import type { Words } from '../../../../../src/words/words.ts'
import type { CheckedOrder } from '../../../../messages/requests.ts'
import { Badge } from '../../../parts/badge.tsx'
import { Facts } from '../../../parts/facts.tsx'
import { Name } from '../../parts/name.tsx'
import { IssueList } from '../../parts/issue-list.tsx'
import { isUnusual, type Draft, type Verdict } from './selection.ts'
import { useSaid } from '../../use-said.ts'
import { useWords } from '../../use-words.ts'

export interface DraftCardProps {
  draft: Draft
  verdict: Verdict
  /** Epoch milliseconds. */
  now: number
  confirm(confirmed: boolean): void
  leaveOut(): void
  /** Undefined for a file: its text is not on the page. */
  goTo: ((place: Place) => void) | undefined
}

/** A document before it is kept: what it is and would do, or what is wrong with it and where. */
export function DraftCard({ draft, verdict, now, confirm, leaveOut, goTo }: DraftCardProps) {
  const words = useWords()
  const said = useSaid()
  const { say, named, count, text } = words
  const { name, checked, confirmed, outdated } = draft
  const order = checked?.order
  const title = order ? text(order.record.order.title) : name || say('importPasted')
  return (
    <li class="card draft" data-draft={verdict} data-outdated={outdated}>
      <header>
        <h4>
          <bdi>{title}</bdi>
        </h4>
        {order && <Badge tone="at-rest">{named('status', statusAt(order.record.schedule, now))}</Badge>}
      </header>
      {name && order && (
        <p class="quiet">
          <bdi>{name}</bdi>
        </p>
      )}
      {!checked && <p>{say('importChecking')}</p>}
      {outdated && <p>{say('importOutdated')}</p>}
      {checked && checked.issues.length > 0 && <p>{count('importIssues', checked.issues.length)}</p>}
      <IssueList issues={said(checked?.issues ?? [])} more={(issue) => <Where {...{ words, issue, goTo }} />} />
      {order && <Facts facts={factsOf(order, words, now)} />}
      {order && <WouldBlock order={order} now={now} />}
      {order && <Relation order={order} verdict={verdict} />}
      {checked && checked.warnings.length > 0 && (
        <details>
          <summary>{count('importWarnings', checked.warnings.length)}</summary>
          <IssueList issues={said(checked.warnings)} more={(issue) => <Where {...{ words, issue, goTo }} />} />
        </details>
      )}
      {order && isUnusual(order) && (
        <label class="switch">
          <input
            type="checkbox"
            data-action="confirm"
            checked={confirmed}
            onChange={(event) => confirm(event.currentTarget.checked)}
          />
          <span>{say('importConfirm')}</span>
        </label>
      )}
      <button type="button" class="quiet" data-action="leave-out" onClick={leaveOut}>
        {say('actionLeaveOut', name || title)}
      </button>
    </li>
  )
}

function factsOf({ record, counts }: CheckedOrder, words: Words, now: number): Fact[] {
  const { say, count, date } = words
  const { id, version, decisions } = record.order
  const [decision] = decisions
  const { docket, ecli, date: decided, kind } = decision
  const names = counts.domains + counts.hosts
  const blocked = [
    ...(names > 0 ? [count('names', names)] : []),
    ...(counts.urls > 0 ? [count('addresses', counts.urls)] : []),
  ]
  return withoutEmptyFacts([
    { term: deciderTerm(kind, words), details: [courtOf(decision, words)] },
    { term: say('factDate'), details: [date(decided)] },
    { term: say('factDocket'), details: [docket ?? ecli ?? ''] },
    { term: say('group_term'), details: termOf(record, words, now) },
    { term: say('factBlocks'), details: blocked },
    { term: say('factHides'), details: counts.delisted > 0 ? [count('resultsTo', counts.delisted)] : [] },
    { term: say('factNeverEnforced'), details: counts.ips > 0 ? [count('ipAddresses', counts.ips)] : [] },
    { term: say('technicalOrder'), details: [`${id}, ${say('documentVersion', version)}`] },
  ])
}

/** The names themselves, below whether they would be blocked from the moment it is added. */
function WouldBlock({ order: { record, counts, first, applies }, now }: { order: CheckedOrder; now: number }) {
  const { say, count, list } = useWords()
  const { schedule, held = [] } = record
  const others = counts.domains + counts.hosts + counts.urls - first.length
  const title = applies ? 'importBlocks' : statusAt(schedule, now) === 'ended' ? 'importEnded' : 'importAtRest'
  return (
    <div class="would-block" data-applies={applies}>
      <p>{say(title)}</p>
      <ul class="names">
        {first.map((value) => (
          <li key={value}>
            <Name value={value} />
          </li>
        ))}
        {others > 0 && <li class="quiet">{count('more', others)}</li>}
      </ul>
      {held.length > 0 && <p>{count('importHeld', held.length, list(held.slice(0, 5).map(({ value }) => value)))}</p>}
    </div>
  )
}

/** The draft's relation to the order that is kept, and what follows from it. */
function Relation({ order, verdict }: { order: CheckedOrder; verdict: Verdict }) {
  const { say, named, number } = useWords()
  const { relation, kept, jump, behindPolicy, record } = order
  const [now, before] = [record.order.version, kept?.order.version ?? 0]
  const said: ComponentChildren[] = [
    named('relation', relation, now, before),
    ...(kept?.provenance === 'bundled' && relation !== 'older' ? [say('importOverBundled')] : []),
    ...(jump ? [say('importJump', number(kept!.order.targetCount), number(record.order.targetCount))] : []),
    ...(behindPolicy ? [say('importBehindPolicy')] : []),
    ...(verdict === 'twice' ? [say('importTwice', record.order.id)] : []),
  ]
  return (
    <div class="notice">
      {said.map((sentence, at) => (
        <p key={at}>{sentence}</p>
      ))}
    </div>
  )
}

/** Line and column of an issue, the line itself, and a way there where the text is on the page. */
function Where({ issue, goTo }: { issue: LocatedIssue; goTo: DraftCardProps['goTo'] }) {
  const { say, number } = useWords()
  const { place } = issue
  if (!place) return null
  const where = say('importPlace', number(place.line), number(place.column))
  return (
    <span class="place">
      {goTo ? (
        <button type="button" class="quiet" data-line={place.line} onClick={() => goTo(place)}>
          {where}
        </button>
      ) : (
        where
      )}{' '}
      <code dir="ltr">{place.excerpt}</code>
    </span>
  )
}
