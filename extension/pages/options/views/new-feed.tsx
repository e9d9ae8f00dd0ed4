import { useState } from 'preact/hooks'
import type { Issue } from '../../../../src/order/issue.ts'
import type { FeedPreview } from '../../../../src/feed/preview.ts'
import { Facts } from '../../parts/facts.tsx'
import { focusPart } from '../parts/focus.ts'
import { IssueList } from '../parts/issue-list.tsx'
import type { PartProps } from '../props.ts'
import { useWords } from '../use-words.ts'

type Found = FeedPreview & { source: string }

/** A way to follow a feed: its address, then a look at what lies there, and only then the feed itself. */
export function NewFeed({ writ }: PartProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const look = async (event: SubmitEvent) => {
    event.preventDefault()
    setFound(undefined)
    setIssues([])
    const preview = await writ.feeds.preview(typed)
    if (preview?.ok) setFound(preview.value)
    else setIssues(preview?.issues ?? [])
  }
  const follow = async ({ source }: Found) => {
    const followed = await writ.feeds.follow(source)
    if (!followed?.ok) return setIssues(followed?.issues ?? [])
    setFound(undefined)
    setTyped('')
    focusPart()
  }
  return (
    <fieldset>
      <legend>{say('feedNew')}</legend>
      <form class="filter" onSubmit={(event) => void look(event)}>
        <label class="wide">
          {say('feedAddress')}
          <input
            name="feed"
            spellcheck={false}
            inputMode="url"
            aria-invalid={issues.length > 0}
            aria-describedby="feed-said"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" data-action="look-at-feed">
          {say('actionLookAtFeed')}
        </button>
      </form>
      <div role="status" id="feed-said">
        <IssueList issues={issues} />
        {found && <Preview found={found} follow={() => void follow(found)} />}
      </div>
    </fieldset>
  )
}

function Preview({ found, follow }: { found: Found; follow(): void }) {
  const { say, instant } = useWords()
  return (
    <>
      <p>{say('feedCompare')}</p>
      <Facts
        facts={[
          { term: say('feedRoot'), details: [found.root] },
          { term: say('optionsOrders'), details: found.orders.map(({ id, version }) => `${id} ${version}`) },
          { term: say('feedGood'), details: [instant(found.expires)] },
        ].filter(({ details }) => details.length > 0)}
      />
      <button type="button" class="primary" data-action="follow" onClick={follow}>
        {say('actionFollow')}
      </button>
    </>
  )
}
