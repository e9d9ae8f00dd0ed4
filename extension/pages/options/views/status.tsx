import type { Words } from '../../../../src/words/words.ts'
import { keyOf } from '../../../../src/words/message-key.ts'
import { Banner } from '../../parts/banner.tsx'
import { Facts } from '../../parts/facts.tsx'
import { hashOf } from '../address.ts'
import { IssueList, type Told } from '../parts/issue-list.tsx'
import type { PartProps } from '../props.ts'
import { stateFilters, tally, tallyKey } from '../state-filter.ts'
import { useWords } from '../use-words.ts'

/** Shows what is applied here, and everything that keeps it from being applied as it should. */
export function Status({ known, writ }: PartProps) {
  const words = useWords()
  const { enforced, effective, access, privateWindows } = known.state
  const outdated = known.orders.flatMap(({ record }) => record.outdated ?? [])
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
      <Tally known={known} />
      {effective.managed && <Banner>{say('bannerManaged')}</Banner>}
      {!known.rulesHeld && (
        <WithButton text={say('statusRulesLost')} button={say('actionRepair')} act={writ.reconcile} />
      )}
      {behind && <Banner>{say('statusClockBehind', instant(behind.seen), instant(Date.now()))}</Banner>}
      {!access && <WithButton text={say('popupNoAccess')} button={say('actionAllowAccess')} act={writ.allowWebsites} />}
      {!privateWindows && <Banner>{say('bannerPrivateWindows')}</Banner>}
      <Problems title={say('statusPolicyIssues')} advice={say('adviceForPolicy')} issues={effective.issues} />
      <Problems
        title={say('statusOutdatedOrders')}
        advice=""
        issues={outdated.map((issue) => ({ ...issue, path: titleOf(issue.path, known, words) }))}
      />
      <Problems
        title={say('statusLimitations')}
        advice={enforced.limitations.some(({ code }) => ofTheBrowser.has(code)) ? say('adviceForLimitations') : ''}
        issues={enforced.limitations.map((one) => limitationText(one, known, words))}
      />
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

/** Counts the orders in each state, each count a link to them. */
function Tally({ known }: Pick<PartProps, 'known'>) {
  const { say, count, number } = useWords()
  const counts = tally(known.orders)
  return (
    <ul class="tally" aria-label={say('optionsOrders')}>
      {stateFilters
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li key={state}>
            <a href={hashOf({ view: 'orders', ...(state === 'every' ? {} : { state }) })} data-tally={state}>
              <Counted text={count(tallyKey(state), counts[state])} number={number(counts[state])} />
            </a>
          </li>
        ))}
    </ul>
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
