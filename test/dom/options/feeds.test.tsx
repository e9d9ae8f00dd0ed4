import { describe, expect, it } from 'vitest'
import type { FeedHere } from '../../../src/feed/feed-state.ts'
import { feedLine, feedTroubles } from '../../../src/words/feed-words.ts'
import { recordOf } from '../../../src/standing/record.ts'
import { after, now, orderOf, pageOver, show, type, words } from './page.tsx'

const root = '5f'.repeat(32)
const day = 86_400_000

const feed = (values: Partial<FeedHere> = {}): FeedHere => ({
  root,
  address: 'https://feed.example/',
  addresses: ['https://feed.example/', 'https://mirror.example/'],
  byOrganisation: false,
  polls: { last: now, failures: 0 },
  due: now + day,
  verifiedAt: now,
  expires: now + 7 * day,
  version: 12,
  documents: [],
  issues: [],
  ...values,
})
const held = {
  path: 'orders/an-order.json.gz',
  id: 'an-order',
  version: 3,
  digest: 'd',
  standing: 'held' as const,
  issues: [{ code: 'held-change', path: 'targets', message: 'adds 2 entries' }],
  change: { added: 2, removed: 1, addedFirst: ['new.example', 'newer.example'], removedFirst: ['old.example'] },
}
const refused = { ...held, id: 'other-order', standing: 'refused' as const, change: undefined! }

async function shown(one: FeedHere) {
  const { known, writ, calls } = pageOver([])
  const page = await show('#feeds', { ...known, feeds: [one] }, writ)
  const click = (action: string) => after(() => page.querySelector<HTMLElement>(`[data-action=${action}]`)!.click())
  return { page, calls, click }
}

describe('a feed', () => {
  it('is shown with its state, its fingerprint and its mirrors', async () => {
    const { page } = await shown(feed())
    expect(page.textContent).toContain('Up to date, verified')
    expect(page.textContent).toContain(root)
    expect(page.textContent).toContain('https://mirror.example/')
  })

  it.each([
    [feed({ verifiedAt: undefined!, expires: undefined! }), 'not been read yet'],
    [feed({ polls: { failures: 1 } }), 'The last attempt failed'],
    [feed({ expires: now - 1 }), 'Stale: verified last'],
    [feed({ polls: { failures: 1 }, issues: [{ code: 'feed-expired', path: '', message: 'm' }] }), 'Stale: verified'],
  ])('%# says how it is', async (one, text) => expect((await shown(one)).page.textContent).toContain(text))

  it('shows what an update that is held would change, and lets it through', async () => {
    const { page, calls, click } = await shown(feed({ documents: [held, refused] }))
    const document = page.querySelector('[data-document=an-order]')!
    for (const name of ['new.example', 'newer.example', 'old.example']) expect(document.textContent).toContain(name)
    await click('release')
    expect(calls).toEqual([['release', [root, 'an-order', 3]]])
    expect(page.querySelector('[data-document=other-order]')!.textContent).toContain('Not used: other-order, version 3')
  })

  it('is updated and removed, but not by a person where an organisation has set it', async () => {
    const { calls, click } = await shown(feed())
    await click('update-feed')
    await click('unfollow')
    expect(calls).toEqual([
      ['update', root],
      ['unfollow', root],
    ])
    const { page } = await shown(feed({ byOrganisation: true }))
    expect(page.querySelector('[data-action=unfollow]')).toBeNull()
    expect(page.textContent).toContain('Set by your organisation')
  })

  it('is looked at before it is followed, and a refusal is shown', async () => {
    const { page, calls, click } = await shown(feed())
    await type(page.querySelector<HTMLInputElement>('[name=feed]')!, 'https://new.example/')
    await click('look-at-feed')
    expect(page.textContent).toContain('Compare the fingerprint')
    expect(page.textContent).toContain('ab'.repeat(32))
    expect(page.textContent).toContain('an-order 3')
    await click('follow')
    expect(calls).toEqual([
      ['preview', 'https://new.example/'],
      ['follow', 'https://new.example/ root'],
    ])
    expect(page.querySelector('[data-issue=feed-known]')).not.toBeNull()
  })
})

describe('beside an order and in the popup', () => {
  const origin = { root, address: 'https://feed.example/', version: 12 }
  const given = { provenance: 'feed', feed: origin, choice: 'apply', digest: '', addedAt: 0 } as const

  it('its feed is named with the time when it was verified', () => {
    expect(feedLine(recordOf(orderOf({}), given), [feed()], words)).toMatch(
      /by the feed https:\/\/feed\.example\/.*2020/,
    )
    expect(feedLine(recordOf(orderOf({}), { ...given, provenance: 'user', feed: undefined! }), [feed()], words)).toBe(
      undefined,
    )
  })

  it('a feed in trouble is named with the reason, and one that is well is not', () => {
    expect(feedTroubles([feed()], words, now)).toEqual([])
    const issues = [{ code: 'feed-rollback', path: 'metadata/timestamp.json', message: 'is version 1' }]
    const [text] = feedTroubles([feed({ polls: { failures: 1 }, issues, documents: [held] })], words, now)
    expect(text).toContain('https://feed.example/')
    expect(text).toContain('metadata/timestamp.json is version 1')
    expect(text).toContain('1 update is held')
  })
})
