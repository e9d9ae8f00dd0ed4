import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import type { PopupInput, Stored } from '../../extension/pages/popup/input.ts'
import { popupState, type PopupState, type PopupStateName } from '../../extension/pages/popup/state.ts'
import { Popup, type PopupProps } from '../../extension/pages/popup/view.tsx'
import { parseQuery } from '../../src/names/query.ts'
import type { Exception } from '../../src/standing/exceptions.ts'
import { explain } from '../../src/standing/explain.ts'
import { find } from '../../src/names/find.ts'
import { memoryLibrary } from '../../src/standing/memory-library.ts'
import { recordOf } from '../../src/standing/record.ts'
import { parseOrder } from '../../src/order/reading/parse.ts'
import type { Choice } from '../../src/standing/application.ts'
import { messageOf, wordsOf } from '../../src/words/words.ts'
import minimal from '../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsOf('en', messageOf(english))
const delist = { kind: 'delist', addressees: ['Google'] }
const now = Date.parse('2020-06-01T00:00:00Z')
const [decision] = minimal.decisions

interface Given {
  choice?: Choice
  exceptions?: Exception[]
}

/** What the popup is given on `http://dpstream.tv/` under one order with these values. */
function inputOf(values: object, { choice = 'apply', exceptions = [] }: Given = {}): PopupInput {
  return inputOfAll([values], { choice, exceptions })
}

function inputOfAll(orders: object[], { choice = 'apply', exceptions = [] }: Given = {}): PopupInput {
  const listed = orders.map((values) => ({ order: orderFrom(values), provenance: 'user' as const }))
  const library = memoryLibrary(listed, 0)
  const question = parseQuery('http://www.dpstream.tv/')!
  const explanation = explain(question, find(question, library.index), library.records, {
    effective: { settings: { afterTerm: 'stop', choices: { 'test-order': choice } } },
    exceptions,
    now,
  })
  return { ...calm, stored: { ...stored, explanation } }
}

function orderFrom(values: object) {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

const record = recordOf(orderFrom({ title: 'A limited order' }), {
  provenance: 'user',
  choice: 'apply',
  digest: '',
  addedAt: 0,
})

const stored: Stored = {
  orders: 5,
  applied: { orders: 2, names: 32 },
  managed: false,
  feeds: [],
  support: { supportName: '', supportUrl: '', supportContact: '' },
  limited: [],
}

const calm: PopupInput = { page: 'web', onBlockPage: false, stored, access: true, privateWindows: true, now }

const elsewhere = inputOf({ targets: ['other.example'] })
const hiding = {
  record,
  status: 'in-force' as const,
  applied: true,
  beyondTerm: false,
  byOrganisation: false,
  choice: 'apply' as const,
  locked: false,
  at: 0,
  held: [],
}
const hidden = { results: 3, orders: [{ order: hiding, results: 3 }] }
const ended = { ...hiding, status: 'ended' as const, beyondTerm: true }
const beyond = { results: 3, orders: [{ order: ended, results: 3 }] }
const on = { engine: 'Google', on: true }

const states: [PopupStateName, PopupInput, string][] = [
  ['blocked', inputOf({}), 'www.dpstream.tv is blocked under a court order'],
  ['not-concerned', elsewhere, 'None of the 5 orders in this browser names this site'],
  [
    'nearby',
    {
      ...elsewhere,
      stored: { ...elsewhere.stored!, explanation: { ...elsewhere.stored!.explanation!, nearby: 'part' } },
    },
    'This page is not in it',
  ],
  ['held', inputOf({ sources: [{ url: 'https://dpstream.tv/order' }] }), 'That name is held'],
  ['no-access', { ...elsewhere, access: false }, 'needs access'],
  [
    'beyond-term',
    inputOf({ term: { until: '2020-03-01' } }, { choice: 'apply-beyond-term' }),
    'Writ still applies it here because of a setting in this browser',
  ],
  ['ended', inputOf({ term: { until: '2020-03-01' } }), 'has expired (March 1, 2020)'],
  ['pending', inputOf({ term: { until: '2030-01-01', served: '2020-07-01' } }), 'takes effect on July 1, 2020'],
  ['pending', inputOf({ targets: [{ domain: 'dpstream.tv', addedOn: '2020-08-01' }] }), 'covered from August 1, 2020'],
  ['listed', inputOf({}, { choice: 'list' }), 'this browser only lists it'],
  ['delisted', inputOf({ measures: [delist] }), 'only removes the site from search results'],
  ['exception', inputOf({}, { exceptions: [{ name: 'dpstream.tv', reason: 'Research 12' }] }), 'Research 12'],
  [
    'paused',
    inputOf({
      term: { until: '2030-01-01', windows: [{ start: '2020-06-02T18:00:00Z', end: '2020-06-02T20:00:00Z' }] },
    }),
    'paused until June 2, 2020',
  ],
  [
    'suspended',
    inputOf({ decisions: [decision, { ...decision, effect: 'suspends', date: '2020-02-01' }] }),
    'suspended since',
  ],
  ['lifted', inputOf({ decisions: [decision, { ...decision, effect: 'lifts', date: '2020-02-01' }] }), 'was lifted on'],
  ['search-page', { ...elsewhere, search: { ...on, hidden } }, '3 results are hidden on this page'],
  ['search-page', { ...elsewhere, search: { ...on, hidden: beyond } }, 'Writ still applies it here'],
  ['search-page', { ...elsewhere, search: { ...on, hidden: { results: 0, orders: [] } } }, 'No result is hidden'],
  ['search-off', { ...elsewhere, search: { engine: 'Google', on: false } }, 'Results are not hidden on Google'],
  ['search-silent', { ...elsewhere, search: on }, 'Reload this page'],
  [
    'search-idle',
    { ...elsewhere, search: on, stored: { ...elsewhere.stored!, applied: { orders: 0, names: 0 } } },
    'No order is applied in this browser',
  ],
  ['search-no-access', { ...elsewhere, search: on, access: false }, 'needs access to this site'],
  ['browser-page', { ...calm, page: 'browser' }, 'Writ does nothing on this page'],
  ['no-orders', { ...calm, stored: { ...stored, orders: 0 } }, 'No orders yet'],
  ['unreadable', withoutStore(), 'cannot read its orders'],
]

function withoutStore(): PopupInput {
  const { stored: _, ...rest } = calm
  return rest
}

/** The popup in a state, as a page. */
function pageOf(state: PopupState, given: Partial<PopupProps> = {}): HTMLElement {
  const page = document.createElement('main')
  const nothing = () => undefined
  const props = {
    state,
    words,
    act: nothing,
    openOptions: nothing,
    lookUp: nothing,
    lookedUp: undefined,
    explain: nothing,
  }
  render(<Popup {...props} {...given} />, page)
  return page
}

describe('the popup', () => {
  it.each(states)('%s', (name, input, says) => {
    const state = popupState(input, words)
    const page = pageOf(state)
    expect(state.name).toBe(name)
    expect(page.textContent).toContain(says)
    expect(state.facts.length).toBeLessThanOrEqual(3)
    expect(state.actions.length).toBeLessThanOrEqual(2)
    expect(page.querySelectorAll('h1')).toHaveLength(1)
  })

  it('of a block says who decided and when, who applies it here, until when and how to contest', () => {
    const decisions = [{ ...decision, docket: 'RG 1/23' }]
    const contest = { text: 'Apply to the court', contact: 'greffe@court.example' }
    const state = popupState(inputOf({ decisions, contest }), words)
    const page = pageOf(state)
    for (const part of [
      'A court',
      'January 31, 2020, RG 1/23',
      'www.dpstream.tv',
      'Blocked by Writ, because this browser is set to do so.',
      'until December 31, 2030',
      'Apply to the court',
      'greffe@court.example',
    ])
      expect(page.textContent).toContain(part)
    expect(state.actions).toEqual(['change', 'explain'])
  })

  it('shows the most specific of several orders, and says that there are more', () => {
    const wide = { id: 'wide-order', title: 'Wide' }
    const narrow = { id: 'narrow-order', title: 'Narrow', targets: ['www.dpstream.tv'] }
    const state = popupState(inputOfAll([wide, narrow]), words)
    expect(state.title).toEqual({ text: 'Narrow' })
    expect(state.banners).toEqual(['1 more order concerns this site'])
  })

  it('shows the order that blocks before a more specific one that only hides results', () => {
    const hiding = { id: 'hiding-order', targets: ['www.dpstream.tv'], measures: [delist] }
    expect(popupState(inputOfAll([hiding, { id: 'blocking-order' }]), words).name).toBe('blocked')
  })

  it('of a block without access says what its button allows', () => {
    const state = popupState({ ...inputOf({}), access: false }, words)
    expect([state.name, state.actions[0]]).toEqual(['blocked', 'allow-access'])
    expect(state.banners).toContain(english.popupNoAccess.message)
    const page = pageOf(state)
    expect(page.querySelector('button.primary')!.textContent).toBe('Allow access to websites')
  })

  it('of a lifted order says since when, not the term that it was given', () => {
    const lifts = { ...decision, effect: 'lifts', date: '2020-02-10' }
    const { answers } = popupState(inputOf({ decisions: [decision, lifts], term: { until: '2030-01-01' } }), words)
    expect(answers[1]).toMatchObject({ answer: 'lifted on February 10, 2020', more: ['from January 31, 2020'] })
  })

  it('says an hour in the court’s time zone, and which that is', () => {
    const windows = [{ start: '2020-06-02T18:00:00Z', end: '2020-06-02T20:00:00Z' }]
    const paused = inputOf({ timeZone: 'Asia/Tokyo', term: { until: '2030-01-01', windows } })
    const state = popupState(paused, words)
    expect(state.lead).toMatch(/paused until June 3, 2020 at 3:00\sAM GMT\+9/)
  })

  it('leaves the whole explanation to the block page where that is in front', () => {
    const { actions, answers } = popupState({ ...inputOf({}), onBlockPage: true }, words)
    expect([actions, answers]).toEqual([['change'], []])
  })

  it('says beside any state who manages it, and what does not work', () => {
    const input = inputOf({})
    const { banners } = popupState(
      {
        ...input,
        privateWindows: false,
        stored: { ...input.stored!, managed: true, limited: [record] },
      },
      words,
    )
    expect(banners).toEqual([
      'Not enforced in full: A limited order',
      'Managed by your organisation',
      expect.stringContaining('private windows'),
    ])
  })

  it('speaks of private windows only where an order is applied to what the tab shows', () => {
    const told = ([, input]: (typeof states)[number]) =>
      popupState({ ...input, privateWindows: false }, words).banners.some((banner) =>
        banner.includes('private windows'),
      )
    expect(states.filter(told).map(([name]) => name)).toEqual([
      'blocked',
      'beyond-term',
      'delisted',
      'search-page',
      'search-page',
    ])
  })

  it('of what an organisation blocks names it, and how to reach it', () => {
    const support = { supportName: 'The library', supportUrl: '', supportContact: 'help@library.example' }
    const ask = { name: 'The library', url: 'mailto:help@library.example' }
    const input = inputOf({})
    const [order] = input.stored!.explanation!.orders
    const explanation = {
      ...input.stored!.explanation!,
      orders: [{ ...order!, locked: true, byOrganisation: true }],
    }
    const state = popupState({ ...input, stored: { ...stored, managed: true, support, ask, explanation } }, words)
    expect(state.actions).toEqual(['ask', 'explain'])
    expect(state.lead).toBe('Blocked in this browser by The library, with Writ.')
    expect(state.banners).toEqual(['Managed by The library', 'Questions: The library, help@library.example'])
    const link = pageOf(state).querySelector('[data-action=ask]')!
    expect([link.textContent, link.getAttribute('href')]).toEqual(['Ask The library', ask.url])
  })

  it('counts the parts of a page that an order blocks, and names the order', () => {
    const { banners } = popupState({ ...elsewhere, parts: { count: 2, orders: [record] } }, words)
    expect(banners).toEqual(['2 parts of this page are blocked: A limited order'])
  })

  it('looks a name up where nothing concerns the page, and says what is so of it', () => {
    const typed: string[] = []
    const lookedUp = { said: 'dpstream.tv is not blocked', address: 'http://dpstream.tv' }
    const page = pageOf(popupState(elsewhere, words), { lookUp: (name) => void typed.push(name), lookedUp })
    document.body.append(page)
    page.querySelector<HTMLInputElement>('[name=name]')!.value = 'dpstream.tv'
    page.querySelector<HTMLButtonElement>('.lookup [type=submit]')!.click()
    page.remove()
    expect(typed).toEqual(['dpstream.tv'])
    expect(page.querySelector('.lookup [role=status]')!.textContent).toBe(lookedUp.said)
    expect(page.querySelector('[data-action=explain-name]')).not.toBeNull()
    expect(pageOf(popupState(inputOf({}), words)).querySelector('.lookup')).toBeNull()
  })

  it('shows an order’s text as text', () => {
    const state = popupState(inputOf({ title: '<img src=x onerror=alert(1)>' }), words)
    const page = pageOf(state)
    expect(page.querySelector('img')).toBeNull()
    expect(page.textContent).toContain('<img src=x')
  })
})
