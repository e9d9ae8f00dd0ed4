import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import { Blocked } from '../../extension/pages/blocked/view.tsx'
import { asked } from '../../src/lookup/asked.ts'
import { explain } from '../../src/lookup/explain.ts'
import { find } from '../../src/lookup/find.ts'
import { memoryLibrary } from '../../src/lookup/memory-library.ts'
import { parseOrder } from '../../src/order/parse.ts'
import { messageOf, wordsOf } from '../../src/words/words.ts'
import minimal from '../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsOf('en', messageOf(english))

/** The block page on `http://www.dpstream.tv/` at an instant, under orders with these values. */
function pageOf(orders: object[], at = '2020-06-01T00:00:00Z', managed = false): HTMLElement {
  const listed = orders.map((values) => {
    const parsed = parseOrder({ ...minimal, ...values })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return { order: parsed.value, provenance: 'user' as const }
  })
  const library = memoryLibrary(listed, 0)
  const question = asked('http://user:secret@www.dpstream.tv/a?b')!
  const explanation = explain(question, find(question, library.index), library.records, {
    choices: { afterTerm: 'stop', choices: {} },
    now: Date.parse(at),
    targetOf: library.targetOf,
  })
  const page = document.createElement('main')
  const setting = { managed, fingerprint: 'abc', version: '0.1.0', canGoBack: true }
  const actions = { leave: () => undefined, copy: () => undefined, open: () => undefined }
  render(
    <Blocked
      explanation={explanation}
      words={words}
      setting={setting}
      now={Date.parse(at)}
      actions={actions}
      done=""
    />,
    page,
  )
  return page
}

describe('the block page', () => {
  it('opens the first of several orders, the most specific, and folds the others', () => {
    const page = pageOf([
      { id: 'wide-order', title: 'Wide' },
      { id: 'narrow-order', title: 'Narrow', targets: [{ domain: 'www.dpstream.tv', note: 'Named in full' }] },
    ])
    const cards = [...page.querySelectorAll<HTMLDetailsElement>('details.card')]
    expect(cards.map((card) => [card.querySelector('h2')!.textContent, card.open])).toEqual([
      ['Narrow', true],
      ['Wide', false],
    ])
    expect(page.textContent).toContain('www.dpstream.tv is covered by 2 court orders')
    expect(page.textContent).toContain('Named in full')
  })

  it('says that an order has ended and offers the site, and no way past one that has not', () => {
    const ended = pageOf([{}], '2031-06-01T00:00:00Z')
    expect(ended.textContent).toContain('This site is not blocked')
    expect(ended.textContent).toContain('Open the site')
    expect(pageOf([{}]).textContent).not.toContain('Open the site')
  })

  it('never shows a password, makes no link of the address, and has one heading', () => {
    const page = pageOf([{}])
    expect(page.innerHTML).not.toContain('secret')
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/decision',
    ])
    expect(page.querySelectorAll('h1')).toHaveLength(1)
  })

  it('says who applies it here', () => {
    expect(pageOf([{}]).textContent).toContain('by its user’s choice')
    expect(pageOf([{}], undefined, true).textContent).toContain('by your organisation’s choice')
  })
})
