import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }
import { Blocked, type Actions } from '../../extension/pages/blocked/view.tsx'
import { parseQuery } from '../../src/names/query.ts'
import { explain } from '../../src/standing/explain.ts'
import type { EffectiveChoices } from '../../src/standing/here.ts'
import { find } from '../../src/names/find.ts'
import { memoryLibrary } from '../../src/standing/memory-library.ts'
import { recordOf } from '../../src/standing/record.ts'
import { parseOrder } from '../../src/order/reading/parse.ts'
import { explanationText } from '../../src/words/explanation.ts'
import { blockingOrders } from '../../src/words/heading.ts'
import { newNameDraft, recipients, supportAt, type Support } from '../../src/words/report.ts'
import { messageOf, wordsOf } from '../../src/words/words.ts'
import minimal from '../fixtures/orders/minimal.json' with { type: 'json' }

const words = wordsOf('en', messageOf(english))
const [decision] = minimal.decisions

function recordFrom(values: object) {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return recordOf(parsed.value, { provenance: 'user', choice: 'apply', digest: 'd1', addedAt: 0 })
}

interface Shown {
  at?: string
  url?: string
  locks?: Pick<EffectiveChoices, 'locked' | 'lockedChoices'>
  support?: Partial<Support>
  actions?: Partial<Actions>
  done?: { page?: string; draft?: string }
}

/** The block page at an instant, under orders with these values. */
function pageOf(orders: object[], shown: Shown = {}): HTMLElement {
  const { at = '2020-06-01T00:00:00Z', url = 'http://user:secret@www.dpstream.tv/a?b', locks } = shown
  const listed = orders.map((values) => {
    const parsed = parseOrder({ ...minimal, ...values })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return { order: parsed.value, provenance: 'user' as const }
  })
  const library = memoryLibrary(listed, 0)
  const question = parseQuery(url)!
  const now = Date.parse(at)
  const explanation = explain(question, find(question, library.index), library.records, {
    effective: { settings: { afterTerm: 'stop', choices: {} }, ...locks },
    now,
    targetOf: library.targetOf,
  })
  const page = document.createElement('main')
  const support = { supportName: '', supportUrl: '', supportContact: '', ...shown.support }
  const [first] = blockingOrders(explanation)
  const ask = first?.byOrganisation ? supportAt(explanation, first.record, support, words) : undefined
  const setting = {
    ...(ask ? { ask } : {}),
    supportName: support.supportName,
    fingerprint: 'abc',
    version: '0.1.0',
    canGoBack: true,
    privateWindow: false,
    recipients: recipients(explanation, support, words),
    now,
  }
  const nothing = () => undefined
  const actions: Actions = {
    leave: nothing,
    open: nothing,
    copyText: nothing,
    copyJson: nothing,
    print: nothing,
    choose: nothing,
    openOptions: nothing,
    speak: nothing,
    draft: nothing,
    ...shown.actions,
  }
  const text = explanationText(explanation, words, setting)
  const props = { explanation, text, words, setting, actions, done: shown.done ?? {} }
  render(<Blocked {...props} />, page)
  return page
}

describe('the block page', () => {
  it('answers for the first of several orders, the most specific, and names the others', () => {
    const page = pageOf([
      { id: 'wide-order', title: 'Wide', decisions: [{ ...decision, court: 'Wide court' }] },
      {
        id: 'narrow-order',
        title: 'Narrow',
        decisions: [{ ...decision, court: 'Narrow court' }],
        targets: [{ domain: 'www.dpstream.tv', note: 'Named in full' }],
      },
    ])
    const cards = [...page.querySelectorAll<HTMLDetailsElement>('details.card')]
    expect(cards.map((card) => [card.querySelector('h3')!.textContent, card.open])).toEqual([
      ['Narrow', false],
      ['Wide', false],
    ])
    expect(page.querySelector('[data-answer=decided]')!.textContent).toContain('Narrow court')
    expect(page.querySelector('.lead')!.textContent).toContain('Several orders name it (2)')
    expect(page.textContent).toContain('Named in full')
  })

  it('answers who decided, on what basis, until when and what to do, before all else', () => {
    const contest = { text: 'Apply to the court', contact: 'greffe@court.example', url: 'https://court.example/how' }
    const page = pageOf([{ contest, decisions: [{ ...decision, docket: 'RG 1/23' }] }])
    const said = [...page.querySelectorAll('.reply')].map((row) => [...row.children].map((part) => part.textContent))
    expect(said).toEqual([
      ['Who decided', 'A court', 'Judgment, January 31, 2020, RG 1/23, France'],
      ['On what basis', 'An article', 'Requested by An applicant'],
      ['Until when', 'until December 31, 2030', 'from January 31, 2020', 'January 31, 2020December 31, 2030'],
      ['If you disagree', 'Apply to the court', 'greffe@court.example', 'How to'],
    ])
    const order = [...page.querySelectorAll('h1, .answers, .actions, details.card, .technical')]
    expect(order.map((part) => part.className || part.localName)).toEqual([
      'h1',
      'answers',
      'actions',
      'card',
      'actions',
      'actions',
      'technical',
    ])
  })

  it('says that the document is silent, not that the order is', () => {
    const page = pageOf([{ jurisdiction: 'BE' }])
    expect(page.querySelector('[data-answer=remedy]')!.textContent).toContain('This document does not say how')
  })

  it('calls one page a page', () => {
    const page = pageOf([{ targets: [{ url: 'http://www.dpstream.tv/a' }] }], { url: 'http://www.dpstream.tv/a/b' })
    expect(page.querySelector('h1')!.textContent).toBe('This page of www.dpstream.tv is blocked under a court order')
  })

  it('has a choice changed only after it has said what follows', () => {
    const chosen: unknown[] = []
    const page = pageOf([{ title: 'A case' }], { actions: { choose: (...given) => void chosen.push(given) } })
    const panel = page.querySelector<HTMLDetailsElement>('details.change')!
    expect(panel.open).toBe(false)
    expect(panel.textContent).toContain('“A case”: Writ would no longer apply this order')
    panel.querySelector<HTMLButtonElement>('[data-action=stop-applying]')!.click()
    expect(chosen).toEqual([['test-order', 'list']])
  })

  it('offers no change of what an organisation has chosen, and says whom to ask', () => {
    const locks = { locked: [], lockedChoices: ['test-order'] }
    const support = { supportName: 'The library', supportUrl: 'https://help.example/' }
    const page = pageOf([{}], { locks, support })
    expect(page.querySelector('.change')).toBeNull()
    expect(page.querySelector('[data-action=ask]')!.textContent).toBe('Ask The library')
    expect(page.querySelector('.actor')!.textContent).toBe('Blocked in this browser by The library, with Writ')
  })

  it('speaks of 451 only while the law demands the block', () => {
    const technical = (values: object, at?: string) =>
      pageOf([values], at === undefined ? {} : { at }).querySelector('.technical')!.textContent
    expect(technical({})).toContain('451 Unavailable For Legal Reasons')
    expect(technical({ decisions: [{ ...decision, kind: 'agreement' }] })).not.toContain('451')
    expect(technical({}, '2031-06-01T00:00:00Z')).not.toContain('451')
  })

  it('speaks another language when it is asked to', () => {
    const spoken: unknown[] = []
    const page = pageOf([{}], { actions: { speak: (language) => void spoken.push(language) } })
    expect(page.querySelector('[data-language=en]')!.getAttribute('aria-current')).toBe('true')
    page.querySelector<HTMLButtonElement>('[data-language=fr]')!.click()
    expect(spoken).toEqual(['fr'])
  })

  it('says that an order has ended and offers the site, and no way past one that has not', () => {
    const ended = pageOf([{}], { at: '2031-06-01T00:00:00Z' })
    expect(ended.textContent).toContain('www.dpstream.tv is not blocked')
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
    expect(pageOf([{}]).textContent).toContain('Blocked by Writ, because this browser is set to do so')
    const locks = { locked: [], lockedChoices: ['test-order'] }
    expect(pageOf([{}], { locks }).textContent).toContain('Blocked in this browser by your organisation, with Writ')
  })

  it('claims of the visit what Writ itself does: the browser may have connected ahead of the request', () => {
    expect(pageOf([{}]).textContent).toContain('Writ has not told anyone about this visit.')
  })

  it('shows a host in both its spellings, and cuts only the path', () => {
    const targets = ['xn--bcher-kva.example']
    const page = pageOf([{ targets }], { url: `http://bücher.example/${'a'.repeat(300)}` })
    expect(page.querySelector('h1')!.textContent).toBe('bücher.example is blocked under a court order')
    expect(page.querySelector('.host')!.textContent).toBe('xn--bcher-kva.example')
    expect(page.querySelector('.technical')!.textContent).toContain('http://xn--bcher-kva.example/aaa')
    expect(page.querySelector('.technical')!.textContent).not.toContain('a'.repeat(100))
  })

  it('gives a text of the order its own language, where that is not the page’s', () => {
    const page = pageOf([{ language: 'fr', title: 'Affaire', decisions: [{ ...decision, court: 'Tribunal' }] }])
    const marked = [...page.querySelectorAll('[lang=fr]')].map((element) => element.textContent)
    expect(marked).toContain('Tribunal')
    expect(marked).toContain('Affaire')
  })

  it('offers whom to tell of an error, with the host, the order and its docket, and never the path', () => {
    const contest = { text: 'Write', contact: 'greffe@court.example' }
    const page = pageOf([{ contest, decisions: [{ ...decision, docket: 'RG 1/23' }] }], {
      support: { supportName: 'The library', supportUrl: 'https://help.example/form?x=1' },
    })
    const links = [...page.querySelectorAll<HTMLAnchorElement>('.wrong a')]
    expect(links.map((link) => link.textContent)).toEqual([
      'Report an error to The library',
      'Report an error to greffe@court.example',
    ])
    expect(links[0]!.getAttribute('href')).toBe(
      'https://help.example/form?x=1&host=www.dpstream.tv&order=test-order&docket=RG+1%2F23',
    )
    const mail = decodeURIComponent(links[1]!.getAttribute('href')!)
    for (const part of ['mailto:greffe@court.example?subject=', 'www.dpstream.tv', 'test-order', 'RG 1/23'])
      expect(mail).toContain(part)
    expect(links.map((link) => link.href).join()).not.toContain('secret')
    expect(mail).not.toContain('?b')
  })

  it('offers whom each of the orders that block names, once', () => {
    const naming = (id: string, contact: string) => ({ id, title: id, contest: { text: 'Write', contact } })
    const page = pageOf([
      naming('first-order', 'one@court.example'),
      naming('second-order', 'two@court.example'),
      naming('third-order', 'one@court.example'),
      { ...naming('past-order', 'past@court.example'), term: { until: '2020-03-01' } },
    ])
    const links = [...page.querySelectorAll('.wrong a')]
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Report an error to one@court.example',
      'Report an error to two@court.example',
    ])
    expect(decodeURIComponent(links[1]!.getAttribute('href')!)).toContain('second-order')
  })

  it.each(['javascript:alert(1)', 'a@b.example?bcc=c@d.example', 'a@b.example,c@d.example', 'call 01 23 45'])(
    'makes no mail link of %s',
    (contact) => {
      const page = pageOf([{ contest: { text: 'Write', contact } }])
      expect(page.querySelectorAll('.wrong a')).toHaveLength(0)
      expect(page.textContent).toContain('gives no contact address')
    },
  )

  it('says what became of a draft in its form', () => {
    const page = pageOf([{}], { done: { draft: 'Copied' } })
    expect(page.querySelector('.new-name form [role=status]')!.textContent).toBe('Copied')
    expect(page.querySelector('article > [role=status]')!.textContent).toBe('')
  })

  it('hands a draft of a new name over as it was typed', () => {
    const drafted: unknown[] = []
    const page = pageOf([{}], { actions: { draft: (...given) => void drafted.push(given) } })
    document.body.append(page)
    page.querySelector<HTMLInputElement>('[name=name]')!.value = 'dpstream.example'
    page.querySelector<HTMLTextAreaElement>('[name=reason]')!.value = 'It says so'
    page.querySelector<HTMLButtonElement>('.new-name [value=json]')!.click()
    page.remove()
    expect(drafted).toEqual([[{ name: 'dpstream.example', reason: 'It says so' }, 'json']])
  })
})

describe('a draft of a new name', () => {
  const order = recordFrom({ contest: { text: 'Write', contact: 'greffe@court.example' } })
  const draft = (name: string) => newNameDraft({ name, reason: 'It says so' }, order, 0, words)

  it('names the order, the host and nothing of its path', () => {
    const { text, json, mail } = draft('https://user:pw@New.Example/private?x')!
    expect(text).toContain('New name: new.example')
    expect(JSON.parse(json)).toMatchObject({ order: 'test-order', version: 1, domain: 'new.example' })
    for (const shown of [text, json, mail!]) {
      expect(shown).not.toContain('private')
      expect(shown).not.toContain('pw')
    }
    expect(mail).toMatch(/^mailto:greffe@court\.example\?subject=[^&]+&body=[^&]+$/)
  })

  it('breaks every line of a mail as mail does, those that were typed too', () => {
    const { mail } = newNameDraft({ name: 'new.example', reason: 'One\nTwo\r\nThree' }, order, 0, words)!
    expect(mail).toContain('One%0D%0ATwo%0D%0AThree%0D%0A')
    expect(mail!.replaceAll('%0D%0A', '')).not.toMatch(/%0[AD]/)
  })

  it.each(['new.example', ' NEW.example/private ', 'http://new.example.'])('reads the host in "%s"', (name) => {
    expect(JSON.parse(draft(name)!.json)).toMatchObject({ domain: 'new.example' })
  })

  it.each(['', 'nothing', 'a b', 'javascript:alert(1)'])('is not made of "%s"', (name) => {
    expect(draft(name)).toBeUndefined()
  })
})
