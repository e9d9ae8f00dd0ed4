import { describe, expect, it, vi } from 'vitest'
import { after, click, pageOver, pick, show, type, update } from './page.tsx'

const decision = { effect: 'orders', kind: 'judgment', court: 'A court', date: '2020-01-31' }
const orders = [
  { values: { id: 'ended-order', title: 'Ended', term: { until: '2020-03-01' }, targets: ['ended.example.com'] } },
  {
    values: {
      id: 'referee-order',
      title: 'Affaire des référés',
      decisions: [{ ...decision, court: 'Cour d’appel de Paris', docket: 'RG 14/01359', date: '2020-02-01' }],
      applicants: ['Société des auteurs'],
      targets: ['covered.example.com'],
    },
  },
  { values: { id: 'policy-order', title: 'From above' }, provenance: 'policy' as const, locked: true },
  { values: { id: 'pending-order', title: 'Later', term: { until: '2030-01-01', served: '2020-07-01' } } },
]

const rows = (page: HTMLElement) =>
  [...page.querySelectorAll<HTMLElement>('.rows > li')].map((row) => row.dataset['order'])

describe('the list of orders', () => {
  it('puts what is applied first, then what may be, then what is over', async () => {
    const { known, writ } = pageOver(orders)
    const page = await show('#orders', known, writ)
    expect(rows(page)).toEqual(['referee-order', 'policy-order', 'pending-order', 'ended-order'])
    expect(page.querySelector('[role=status][data-found]')!.textContent).toBe('4 orders')
  })

  it.each([
    ['referes', ['referee-order']],
    ['cour PARIS', ['referee-order']],
    ['14/01359', ['referee-order']],
    ['auteurs', ['referee-order']],
    ['policy-order', ['policy-order']],
    ['www.covered.example.com', ['referee-order']],
    ['https://covered.example.com/page', ['referee-order']],
    ['notcovered.example.com', []],
    ['nothing at all', []],
  ])('finds %s', async (typed, found) => {
    const { known, writ } = pageOver(orders)
    const page = await show('#orders', known, writ)
    await type(page.querySelector('[name=search]')!, typed)
    expect(rows(page)).toEqual(found)
  })

  it('finds an order by a part of a name that it lists, and by its statute', async () => {
    const { known, writ } = pageOver([
      ...orders,
      {
        values: { id: 'law-order', title: 'By law', legalBasis: [{ citation: 'Article L. 336-2' }], targets: ['x.tv'] },
      },
    ])
    const page = await show('#orders', known, writ)
    await type(page.querySelector('[name=search]')!, '336-2')
    expect(rows(page)).toEqual(['law-order'])
    await type(page.querySelector('[name=search]')!, 'overed')
    await vi.waitFor(() => expect(rows(page)).toEqual(['referee-order']))
    expect(page.querySelector('.covers')!.textContent).toBe('Names covered.example.com')
  })

  it('keeps what is searched for in the address, and clears it', async () => {
    const { known, writ } = pageOver(orders)
    const page = await show('#orders?search=referes', known, writ)
    expect(rows(page)).toEqual(['referee-order'])
    await type(page.querySelector('[name=search]')!, 'nothing at all')
    expect(location.hash).toBe('#orders?search=nothing+at+all')
    await click(page.querySelector('[data-action=clear]'))
    expect(rows(page)).toHaveLength(4)
    expect(location.hash).toBe('#orders')
  })

  it('says of a host which order covers it', async () => {
    const { known, writ } = pageOver(orders)
    const page = await show('#orders', known, writ)
    await type(page.querySelector('[name=search]')!, 'www.covered.example.com')
    expect(page.querySelector('.covers')!.textContent).toBe('Covers www.covered.example.com')
  })

  it('says of a lifted order since when it is, not the term that it was given', async () => {
    const lifts = { ...decision, effect: 'lifts', date: '2020-03-10' }
    const { known, writ } = pageOver([{ values: { decisions: [decision, lifts], term: { until: '2030-01-01' } } }])
    const { textContent } = (await show('#orders', known, writ)).querySelector('.rows > li')!
    expect(textContent).toContain('lifted on March 10, 2020')
    expect(textContent).not.toContain('2030')
  })

  it('counts entries: not each is a name', async () => {
    const targets = ['a.example.com', { url: 'https://b.example.com/c' }, { ip: '192.0.2.1' }]
    const { known, writ } = pageOver([{ values: { targets } }])
    expect((await show('#orders', known, writ)).querySelector('.rows > li')!.textContent).toContain('3 entries ·')
  })

  it('is narrowed by the state in the address, by the source, and sorted', async () => {
    const { known, writ } = pageOver(orders)
    expect(rows(await show('#orders?state=ended', known, writ))).toEqual(['ended-order'])
    const page = await show('#orders', known, writ)
    await pick(page.querySelector('[name=provenance]')!, 'policy')
    expect(rows(page)).toEqual(['policy-order'])
    await pick(page.querySelector('[name=provenance]')!, 'every')
    await pick(page.querySelector('[name=sorting]')!, 'title')
    expect(rows(page)).toEqual(['referee-order', 'ended-order', 'policy-order', 'pending-order'])
  })

  it('shows fifty of thousands at a time, each reachable', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({ values: { id: `order-${at}`, title: `Order ${at}` } }))
    const { known, writ } = pageOver(many)
    const page = await show('#orders', known, writ)
    expect(rows(page)).toHaveLength(50)
    expect(page.querySelector('.pager')!.textContent).toContain('of 40')
    await click(page.querySelector('[data-page=last]'))
    expect(rows(page).at(-1)).toBe('order-1999')
    const number = page.querySelector<HTMLInputElement>('.pager input')!
    await type(number, '3')
    number.dispatchEvent(new Event('change', { bubbles: true }))
    await update(known, writ)
    expect(rows(page)[0]).toBe('order-100')
    await type(page.querySelector('[name=search]')!, 'order 1321')
    expect(rows(page)).toEqual(['order-1321'])
  })

  it('keeps what is typed, and the focus, when something changes elsewhere', async () => {
    const { known, writ } = pageOver(orders)
    const page = await show('#orders', known, writ)
    const search = page.querySelector<HTMLInputElement>('[name=search]')!
    await type(search, 'paris')
    search.focus()
    await update({ ...known, orders: known.orders.slice(0, 3), revision: 2 }, writ)
    expect(search.value).toBe('paris')
    expect(document.activeElement).toBe(search)
    expect(rows(page)).toEqual(['referee-order'])
  })

  it('takes a choice, and says where there is none', async () => {
    const { known, writ, calls } = pageOver(orders)
    const page = await show('#orders', known, writ)
    await click(page.querySelector('[data-choice=ended-order]'))
    const dialog = page.querySelector('[data-order=ended-order] dialog')!
    expect(dialog.textContent).toContain('It has expired: today that is nothing.')
    // A choice that is only passed over, by arrow keys, is none.
    await click(dialog.querySelector('[value=apply-beyond-term]'))
    expect(dialog.textContent).toContain('your choice, not the court’s')
    await click(dialog.querySelector('[data-action=cancel]'))
    expect(calls).toEqual([])
    await click(page.querySelector('[data-choice=ended-order]'))
    expect(dialog.querySelector<HTMLInputElement>('[value=apply]')!.checked).toBe(true)
    await click(dialog.querySelector('[value=apply-beyond-term]'))
    await after(() => void dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true })))
    expect(calls).toEqual([['choose', ['ended-order', 'apply-beyond-term']]])
    const locked = page.querySelector('[data-order=policy-order]')!
    expect(locked.querySelector('button')).toBeNull()
    expect(locked.textContent).toContain('Set by your organisation')
  })

  it('shows what was removed, with its way back', async () => {
    const { known, writ, calls } = pageOver(orders)
    const { record } = known.orders[0]!
    const page = await show('#orders', known, { ...writ, removedOrders: async () => [record] })
    expect(page.querySelector('[data-removed]')!.textContent).toContain('Removed: Ended.')
    await click(page.querySelector('[data-action=undo]'))
    expect(calls).toEqual([['restore', 'user:ended-order']])
    expect(document.activeElement?.textContent).toBe('Orders')
  })

  it('shows titles as text', async () => {
    const { known, writ } = pageOver([{ values: { title: '<img src=x onerror=alert(1)>' } }])
    const page = await show('#orders', known, writ)
    expect(page.querySelector('img')).toBeNull()
    expect(page.textContent).toContain('<img src=x')
  })
})

describe('one order', () => {
  const targets = [
    ...Array.from({ length: 2500 }, (_, at) => `site-${at}.example.com`),
    { url: 'https://shared.example.com/films' },
    { ip: '192.0.2.1' },
    { domain: 'mirror.example.com', role: 'mirror', note: 'Found in May', liftedOn: '2020-05-01' },
  ]
  const big = [{ values: { id: 'big-order', title: 'Big', targets } }]
  const listed = (page: HTMLElement) => [...page.querySelectorAll('.targets > li')].map((row) => row.textContent)

  it('shows a hundred of its targets at a time, with what is particular to one', async () => {
    const { known, writ } = pageOver(big)
    const page = await show('#orders/user%3Abig-order', known, writ)
    expect(page.querySelector('#targets')!.textContent).toBe('What it covers: 2,503')
    expect(listed(page)).toHaveLength(100)
    await click(page.querySelector('[data-page=last]'))
    expect(listed(page)).toEqual([
      'https://shared.example.com/films',
      '192.0.2.1shown, never enforced',
      'mirror.example.commirrorlifted from May 1, 2020Found in May',
    ])
  })

  it('is searched in part, and asked whether it covers a host', async () => {
    const { known, writ } = pageOver(big)
    const page = await show('#orders/user%3Abig-order', known, writ)
    const field = page.querySelector<HTMLInputElement>('[name=target]')!
    await type(field, '-2401')
    expect(listed(page)).toEqual(['site-2401.example.com'])
    expect(page.querySelector<HTMLElement>('.targets > li')!.getAttribute('value')).toBe('2402')
    expect(page.querySelector('[data-search]')!.getAttribute('data-search')).toBe('done')
    await type(field, 'www.site-7.example.com')
    expect(page.querySelector('.answer')!.textContent).toBe('This order covers www.site-7.example.com.')
    expect(page.textContent).toContain('No entry matches.')
    await type(field, 'example.com')
    expect(page.querySelector('.answer')!.textContent).toBe('This order does not cover example.com.')
    await type(field, '')
    expect(listed(page)).toHaveLength(100)
  })

  it('is asked of a name that was lifted, or is to come', async () => {
    const passing = [
      { domain: 'past.example.com', liftedOn: '2020-05-01' },
      { domain: 'future.example.com', addedOn: '2020-08-01' },
    ]
    const { known, writ } = pageOver([{ values: { id: 'order', targets: passing } }])
    const page = await show('#orders/user%3Aorder', known, writ)
    const answer = async (typed: string) => {
      await type(page.querySelector('[name=target]')!, typed)
      return page.querySelector('.answer')!.textContent
    }
    expect(await answer('past.example.com')).toContain('was taken out of the order on May 1, 2020')
    expect(await answer('www.future.example.com')).toBe('This name is covered from August 1, 2020.')
    const list = await show('#orders', known, writ)
    await type(list.querySelector('[name=search]')!, 'past.example.com')
    expect(list.querySelector('.covers')!.textContent).toContain('was taken out of the order')
  })

  it('stops a search that is under way', async () => {
    const { known, writ } = pageOver(big)
    let asked = 0
    const endless: typeof writ.searchTargets = async function* () {
      for (;;) {
        asked++
        yield { found: [], share: 0.4 }
        await new Promise((done) => setTimeout(done, 5))
      }
    }
    const page = await show('#orders/user%3Abig-order', known, { ...writ, searchTargets: endless })
    await type(page.querySelector('[name=target]')!, 'site')
    expect(page.querySelector('progress')).not.toBeNull()
    await click(page.querySelector('[data-action=stop]'))
    const then = asked
    await update(known, { ...writ, searchTargets: endless })
    expect(asked - then).toBeLessThanOrEqual(1)
    expect(page.querySelector('[data-search]')!.textContent).toContain('Stopped after 40% of the order.')
  })

  it('gives out its document to the letter, or says that it cannot', async () => {
    const { known, writ, calls } = pageOver(big)
    const page = await show('#orders/user%3Abig-order', known, writ)
    await click(page.querySelector('[data-action=export]'))
    expect(calls).toEqual([['download', ['big-order-v1.json', 'application/json', 'the text of big-order']]])
    const without = await show('#orders/user%3Abig-order', known, { ...writ, documentOf: async () => undefined })
    await click(without.querySelector('[data-action=export]'))
    expect(without.textContent).toContain('The text of this document was not kept.')
  })

  it('can be removed if a person added it, and only then', async () => {
    const { known, writ, calls } = pageOver([...big, ...orders])
    const page = await show('#orders/user%3Abig-order', known, writ)
    await click(page.querySelector('[data-action=remove]'))
    expect(calls).toEqual([['remove', 'user:big-order']])
    const policy = await show('#orders/policy%3Apolicy-order', known, writ)
    expect(policy.querySelector('[data-action=remove]')).toBeNull()
  })

  it('that is not kept is said to be so', async () => {
    const { known, writ } = pageOver(big)
    expect((await show('#orders/user%3Aother', known, writ)).textContent).toContain('This order is not kept here')
  })
})
