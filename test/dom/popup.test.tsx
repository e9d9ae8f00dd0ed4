import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import { popupState, type PopupInput, type PopupStateName } from '../../extension/pages/popup/state.ts'
import { Popup } from '../../extension/pages/popup/view.tsx'
import { asked } from '../../src/lookup/asked.ts'
import { explain } from '../../src/lookup/explain.ts'
import { find } from '../../src/lookup/find.ts'
import { memoryLibrary } from '../../src/lookup/memory-library.ts'
import { parseOrder } from '../../src/order/parse.ts'
import type { Choice } from '../../src/order/application.ts'
import { messageOf, wordsOf } from '../../src/words/words.ts'
import minimal from '../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsOf('en', messageOf(english))
const now = Date.parse('2020-06-01T00:00:00Z')
const [decision] = minimal.decisions

/** What the popup is given on `http://dpstream.tv/` under one order with these values. */
function inputOf(values: object, choice: Choice = 'apply'): PopupInput {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const library = memoryLibrary([{ order: parsed.value, provenance: 'user' }], 0)
  const question = asked('http://dpstream.tv/')!
  const explanation = explain(question, find(question, library.index), library.records, {
    choices: { afterTerm: 'stop', choices: { 'test-order': choice } },
    now,
  })
  return { ...calm, explanation }
}

const calm: PopupInput = {
  page: 'web',
  storeReadable: true,
  orders: 5,
  access: true,
  privateWindows: true,
  managed: false,
  policyIssues: 0,
  limited: 0,
  now,
}

const states: [PopupStateName, PopupInput, string][] = [
  ['blocked', inputOf({}), 'This site is blocked by a court order'],
  ['not-concerned', inputOf({ targets: ['other.example'] }), 'No court order concerns this site'],
  ['no-access', { ...inputOf({ targets: ['other.example'] }), access: false }, 'needs access'],
  ['beyond-term', inputOf({ term: { until: '2020-03-01' } }, 'apply-beyond-term'), 'beyond the order’s term'],
  ['ended', inputOf({ term: { until: '2020-03-01' } }), 'has ended (March 1, 2020)'],
  ['pending', inputOf({ term: { until: '2030-01-01', served: '2020-07-01' } }), 'takes effect on July 1, 2020'],
  ['listed', inputOf({}, 'list'), 'only listed here'],
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
  ['browser-page', { ...calm, page: 'browser' }, 'Nothing to do on this page'],
  ['no-orders', { ...calm, orders: 0 }, 'No orders yet'],
  ['unreadable', { ...calm, storeReadable: false }, 'cannot be read just now'],
]

describe('the popup', () => {
  it.each(states)('%s', (name, input, says) => {
    const state = popupState(input, words)
    const page = document.createElement('main')
    render(<Popup state={state} words={words} act={() => undefined} />, page)
    expect(state.name).toBe(name)
    expect(page.textContent).toContain(says)
    expect(state.facts.length).toBeLessThanOrEqual(3)
    expect(state.actions.length).toBeLessThanOrEqual(2)
    expect(page.querySelectorAll('h1')).toHaveLength(1)
  })

  it('says beside any state who manages it, and what does not work', () => {
    const { banners } = popupState(
      { ...inputOf({}), managed: true, policyIssues: 2, limited: 1, privateWindows: false },
      words,
    )
    expect(banners).toHaveLength(4)
    expect(banners.join()).toContain('2 values of the policy')
  })

  it('shows an order’s text as text', () => {
    const page = document.createElement('main')
    const state = popupState(inputOf({ title: '<img src=x onerror=alert(1)>' }), words)
    render(<Popup state={state} words={words} act={() => undefined} />, page)
    expect(page.querySelector('img')).toBeNull()
    expect(page.textContent).toContain('<img src=x')
  })
})
