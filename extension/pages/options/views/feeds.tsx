import type { FeedDocument, FeedHere } from '../../../../src/feed/feed-state.ts'
import { feedStandingText } from '../../../../src/words/feed-words.ts'
import { Facts } from '../../parts/facts.tsx'
import { FirstOf } from '../parts/first-of.tsx'
import { focusPart } from '../parts/focus.ts'
import { IssueList } from '../parts/issue-list.tsx'
import type { PartProps } from '../props.ts'
import { useWords } from '../use-words.ts'
import { NewFeed } from './new-feed.tsx'

/** The feeds that are followed: the state of each, what of it is held, and a way to follow another. */
export function Feeds(props: PartProps) {
  const { say } = useWords()
  const { feeds, state } = props.known
  return (
    <>
      <p>{say('feedsLead')}</p>
      {feeds.length === 0 && <p class="quiet">{say('feedsNone')}</p>}
      {feeds.map((feed) => (
        <Feed key={feed.root} {...props} feed={feed} />
      ))}
      {state.effective.settings.allowUserOrders && <NewFeed {...props} />}
    </>
  )
}

function Feed({ known, writ, feed }: PartProps & { feed: FeedHere }) {
  const words = useWords()
  const { say, count, instant } = words
  const { root, addresses, documents, expires, version, due } = feed
  const unfollow = async () => {
    await writ.feeds.unfollow(root)
    focusPart()
  }
  return (
    <section data-feed={root}>
      <h3>
        <bdi>{addresses[0]}</bdi>
      </h3>
      <p role="status">{feedStandingText(feed, words, known.now)}</p>
      <IssueList issues={feed.issues} />
      {documents.map((document) => (
        <Document key={document.path} {...{ writ, root, document }} />
      ))}
      <Facts
        facts={[
          { term: say('feedRoot'), details: [root] },
          { term: say('feedMirrors'), details: addresses.slice(1) },
          { term: say('optionsOrders'), details: [count('ordersFound', documents.length)] },
          { term: say('feedGood'), details: expires === undefined ? [] : [instant(expires)] },
          { term: say('feedNext'), details: due === 0 ? [] : [instant(due)] },
          { term: say('feedVersionTerm'), details: version === undefined ? [] : [String(version)] },
        ].filter(({ details }) => details.length > 0)}
      />
      <p class="actions">
        <button type="button" data-action="update-feed" onClick={() => void writ.feeds.update(root)}>
          {say('actionUpdateFeed')}
        </button>
        {feed.byOrganisation ? (
          <span class="quiet">{say('lockedByPolicy')}</span>
        ) : (
          <button type="button" class="quiet" data-action="unfollow" onClick={() => void unfollow()}>
            {say('actionRemove', addresses[0]!)}
          </button>
        )}
      </p>
    </section>
  )
}

/** A document that is held or cannot be used; the others are among the orders. */
function Document({ writ, root, document }: Pick<PartProps, 'writ'> & { root: string; document: FeedDocument }) {
  const { say } = useWords()
  const { id, version, standing, issues, change } = document
  if (standing === 'kept') return null
  return (
    <section class="problems" data-document={id} data-standing={standing}>
      <h4>{say(standing === 'held' ? 'feedHeld' : 'feedRefused', id, version)}</h4>
      <IssueList issues={issues} />
      {change && (
        <>
          <Names title={say('feedAdded')} names={change.addedFirst} all={change.added} />
          <Names title={say('feedRemoved')} names={change.removedFirst} all={change.removed} />
          <button type="button" data-action="release" onClick={() => void writ.feeds.release(root, id, version)}>
            {say('actionRelease')}
          </button>
        </>
      )}
    </section>
  )
}

/** The first of the names that come or go: a person looks at some of them, not at a million. */
function Names({ title, names, all }: { title: string; names: readonly string[]; all: number }) {
  const { say, count } = useWords()
  if (all === 0) return null
  return (
    <>
      <p>{say('labelled', title, count('entries', all))}</p>
      <ul>
        <FirstOf
          entries={names.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        />
      </ul>
    </>
  )
}
