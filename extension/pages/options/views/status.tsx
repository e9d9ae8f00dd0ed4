import type { Words } from '../../../../src/words/words.ts'
import { keyOf } from '../../../../src/words/message-key.ts'
import { Banner } from '../../parts/banner.tsx'
import { Facts } from '../../parts/facts.tsx'
import { hashOf } from '../address.ts'
import { IssueList, type Told } from '../parts/issue-list.tsx'
import type { PartProps } from '../props.ts'
import { nextChange, statusAt } from '../../../../src/order/time/status.ts'
import { stateFilters, tally, tallyKey, type StateFilter } from '../state-filter.ts'
import { useSaid } from '../use-said.ts'
import { useWords } from '../use-words.ts'

/** Shows what is applied here, and everything that keeps it from being applied as it should. */
export function Status({ known, writ }: PartProps) {
  const words = useWords()
  const { enforced, effective, access, privateWindows } = known.state
  const outdated = known.orders.flatMap(({ record }) => record.outdated ?? [])
  const said = useSaid()
  const { say, count, instant, list, number } = words
  const behind = effective.clockBehind
  const names = [
    ...(enforced.domains > 0 || enforced.urls === 0 ? [count('names', enforced.domains)] : []),
    ...(enforced.urls > 0 ? [count('addresses', enforced.urls)] : []),
  ]
  return (
    <>
      <p class="lead" role="status">
        {enforced.orders.length === 0
          ? say('popupNothingApplied')
          : count('enforcedOrders', enforced.orders.length, list(names))}
      </p>
      {!known.rulesHeld && (
        <WithButton text={say('statusRulesLost')} button={say('actionRepair')} act={writ.reconcile} />
      )}
      {behind && <Banner>{say('statusClockBehind', instant(behind.seen), instant(Date.now()))}</Banner>}
      {!access && <WithButton text={say('popupNoAccess')} button={say('actionAllowAccess')} act={writ.allowWebsites} />}
      <Problems title={say('statusPolicyIssues')} advice={say('adviceForPolicy')} issues={said(effective.issues)} />
      <Problems
        title={say('statusOutdatedOrders')}
        advice=""
        issues={said(outdated).map((issue) => ({ ...issue, path: titleOf(issue.path, known, words) }))}
      />
      <Problems
        title={say('statusLimitations')}
        advice={enforced.limitations.some(({ code }) => ofTheBrowser.has(code)) ? say('adviceForLimitations') : ''}
        issues={enforced.limitations.map((one) => limitationText(one, known, words))}
      />
      {effective.managed && <Banner>{say('bannerManaged')}</Banner>}
      {!privateWindows && <Banner>{say('bannerPrivateWindows')}</Banner>}
      <Coming known={known} />
      <h3>{say('optionsOrders')}</h3>
      <Tally known={known} states={appliedStates} label={say('columnHere')} />
      <Tally known={known} states={legalStates} label={say('columnLaw')} />
      <Facts
        facts={[
          {
            term: say('factRules'),
            details: [say('rulesOfLimit', number(enforced.rules), number(known.capabilities.dynamicRules))],
          },
          { term: say('factAccess'), details: [say(access ? 'accessGiven' : 'accessMissing')] },
          { term: say('factPrivateWindows'), details: [say(privateWindows ? 'privateActive' : 'privateInactive')] },
          { term: say('factReconciled'), details: reconciliationLines(known, words) },
        ]}
      />
    </>
  )
}

/** Changes that are shown: the nearest. */
const mostComing = 5

/** The next changes of the orders that are listed: a day, and what begins or ends then. */
function Coming({ known: { orders, now } }: Pick<PartProps, 'known'>) {
  const { say, named, text, day } = useWords()
  const coming = orders
    .flatMap(({ record }) => {
      const at = nextChange(record.schedule, now)
      return at === undefined ? [] : [{ record, at, status: statusAt(record.schedule, at) }]
    })
    .toSorted((a, b) => a.at - b.at)
    .slice(0, mostComing)
  if (coming.length === 0) return null
  return (
    <section>
      <h3>{say('statusComing')}</h3>
      <ul class="coming">
        {coming.map(({ record, at, status }) => (
          <li key={record.key}>
            <time dateTime={new Date(at).toISOString()}>{day(at, record.order.timeZone)}</time>{' '}
            <a href={hashOf({ view: 'orders', order: record.key })}>
              <bdi>{text(record.order.title)}</bdi>
            </a>{' '}
            <span class="quiet">{named('status', status)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Limitations that the browser sets. Of the others, which an order or an administrator does, each says enough itself. */
const ofTheBrowser: ReadonlySet<string> = new Set(['rules-refused', 'host-not-in-rules', 'url-not-in-rules'])

function limitationText(
  issue: PartProps['known']['state']['enforced']['limitations'][number],
  known: PartProps['known'],
  words: Words,
): Told {
  const said = 'count' in issue ? words.count(keyOf('limitation', issue.code), issue.count) : ''
  return { ...issue, path: titleOf(issue.path, known, words), said }
}

function titleOf(id: string, { orders }: PartProps['known'], words: Words): string {
  const order = orders.find(({ record }) => record.order.id === id)
  return order ? words.text(order.record.order.title) : id
}

function reconciliationLines({ reconciliations: { at, failures } }: PartProps['known'], { instant, say }: Words) {
  const [last] = failures
  return [
    at === 0 ? say('reconciledNever') : instant(at),
    ...(last && last.at > at ? [say('reconciledFailed', instant(last.at), last.message)] : []),
  ]
}

type CountedState = Exclude<StateFilter, 'every'>

const appliedStates: readonly CountedState[] = ['applied', 'beyond-term']
const legalStates = stateFilters.filter((state) => state !== 'every' && state !== 'applied' && state !== 'beyond-term')

interface TallyProps extends Pick<PartProps, 'known'> {
  states: readonly CountedState[]
  label: string
}

/** Counts the orders in each state, each count a link to them. What is applied here is one count, what the law says another. */
function Tally({ known, states, label }: TallyProps) {
  const { count, number } = useWords()
  const counts = tally(known.orders)
  const shown = states.filter((state) => counts[state] > 0)
  if (shown.length === 0) return null
  return (
    <div class="tally">
      <p class="quiet">{label}</p>
      <ul aria-label={label}>
        {shown.map((state) => (
          <li key={state}>
            <a href={hashOf({ view: 'orders', state })} data-tally={state}>
              <Counted text={count(tallyKey(state), counts[state])} number={number(counts[state])} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A count in words, its number set apart wherever the language has it. */
function Counted({ text, number }: { text: string; number: string }) {
  const [before, after] = text.split(number)
  return (
    <>
      {before}
      <strong>{number}</strong>
      {after}
    </>
  )
}

function WithButton({ text, button, act }: { text: string; button: string; act(): Promise<void> }) {
  return (
    <Banner>
      {text}{' '}
      <button type="button" onClick={() => void act()}>
        {button}
      </button>
    </Banner>
  )
}

/** Lists issues, each with its place, and what to do about them. */
export function Problems({ title, advice, issues }: { title: string; advice: string; issues: readonly Told[] }) {
  if (issues.length === 0) return null
  return (
    <section class="problems">
      <h3>{title}</h3>
      <IssueList issues={issues} />
      {advice !== '' && <p class="advice">{advice}</p>}
    </section>
  )
}
