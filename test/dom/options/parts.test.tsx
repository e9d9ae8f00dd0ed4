import { describe, expect, it } from 'vitest'
import type { EffectiveSettings } from '../../../src/policy/effective-settings.ts'
import type { RegisterEntry } from '../../../src/register/entry.ts'
import type { Writ } from '../../../extension/pages/options/props.ts'
import { after, click, now, pageOver, show, type, words } from './page.tsx'

const allo = { id: 'fr-order', title: 'Allo', measures: [{ kind: 'delist', addressees: ['Google', 'Orange'] }] }
const ended = { id: 'ended-order', title: 'Ended', term: { until: '2020-03-01' } }

describe('the page', () => {
  it('leads to each part, and names the one that is shown', async () => {
    const { known, writ } = pageOver([])
    const page = await show('#settings', known, writ)
    const links = [...page.querySelectorAll('nav[aria-label="Parts of this page"] a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#status',
      '#orders',
      '#import',
      '#feeds',
      '#engines',
      '#settings',
      '#register',
      '#diagnostics',
      '#help',
    ])
    expect(page.querySelector('[aria-current=page]')!.textContent).toBe('Settings')
    expect(page.querySelectorAll('h1')).toHaveLength(1)
    expect(document.title).toBe('Settings – Writ')
  })

  it('gives the heading of a part the focus, and leaves the part before as it was', async () => {
    const { known, writ } = pageOver([])
    const page = await show('#import', known, writ)
    await type(page.querySelector('textarea')!, '{ "half": ')
    await go('#orders')
    expect(document.activeElement?.textContent).toBe('Orders')
    expect(page.querySelector<HTMLElement>('[data-view=import]')!.hidden).toBe(true)
    await go('#import')
    expect(page.querySelector('textarea')!.value).toBe('{ "half": ')
  })

  it('shows the status for an address that it does not know', async () => {
    const { known, writ } = pageOver([])
    expect((await show('#%', known, writ)).querySelector('[aria-current=page]')!.textContent).toBe('Status')
  })
})

async function go(hash: string) {
  await after(() => {
    location.hash = hash
    window.dispatchEvent(new Event('hashchange'))
  })
}

describe('the status', () => {
  it('counts what is applied, and leads to the orders of each state', async () => {
    const { known, writ } = pageOver([{ values: allo }, { values: ended }])
    const page = await show('', known, writ)
    expect(page.querySelector('.lead')!.textContent).toBe('1 order is applied: 16 names.')
    const tally = [...page.querySelectorAll('[data-tally]')].map((one) => [one.getAttribute('href'), one.textContent])
    expect(tally).toEqual([
      ['#orders?state=applied', '1 applied here'],
      ['#orders?state=in-force', '1 in force'],
      ['#orders?state=ended', '1 ended'],
    ])
    expect(page.textContent).toContain('3 of 30,000 that the browser allows')
    expect(page.querySelector('.banner')).toBeNull()
  })

  it('says what changes next', async () => {
    const { known, writ } = pageOver([{ values: ended }, { values: { ...allo, term: { until: '2020-06-30' } } }])
    const page = await show('', known, writ)
    const coming = [...page.querySelectorAll('.coming > li')].map((one) => one.textContent)
    expect(coming).toEqual(['July 1, 2020 Allo Expired'])
  })

  it('says what is missing, with what to do', async () => {
    const { known, writ, calls } = pageOver([{ values: allo }])
    const { enforced, effective } = known.state
    const page = await show(
      '',
      {
        ...known,
        rulesHeld: false,
        reconciliations: { at: now, failures: [{ at: now + 1000, message: 'the disk is full' }] },
        state: {
          enforced: {
            ...enforced,
            limitations: [{ code: 'ip-not-enforced', path: 'fr-order', message: '2 addresses' }],
          },
          effective: {
            ...effective,
            managed: true,
            issues: [{ code: 'a', path: 'orders[1].id', message: 'is required' }],
          },
          access: false,
          privateWindows: false,
        },
      },
      writ,
    )
    for (const part of [
      'Managed by your organisation',
      'orders[1].id is required',
      'Correct these values',
      'Allo 2 addresses',
      'Not active in private windows',
      'the disk is full',
    ])
      expect(page.textContent).toContain(part)
    // That addresses by number are never enforced is no limit of the browser: there is nothing to do about it.
    expect(page.textContent).not.toContain('The limits are the browser’s')
    const buttons = [...page.querySelectorAll('.banner button')]
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Set them again', 'Allow access to websites'])
    for (const button of buttons) await click(button)
    expect(calls.map(([name]) => name)).toEqual(['reconcile', 'allow'])
  })
})

it('the limits of the browser are told with what to do', async () => {
  const { known, writ } = pageOver([{ values: allo }])
  const limitations = [{ code: 'url-not-in-rules', path: 'fr-order', message: '9 URL targets are not in the rules' }]
  const enforced = { ...known.state.enforced, limitations }
  const page = await show('', { ...known, state: { ...known.state, enforced } }, writ)
  expect(page.textContent).toContain('The limits are the browser’s')
})

it('a limitation is told in the page’s own language, with its number', async () => {
  const { known, writ } = pageOver([{ values: allo }])
  const limitations = [{ code: 'ip-not-enforced', path: 'fr-order', message: '1 IP', count: 1 }]
  const enforced = { ...known.state.enforced, limitations }
  const page = await show('', { ...known, state: { ...known.state, enforced } }, writ)
  const told = page.querySelector('[data-issue=ip-not-enforced] > span')!
  expect(told.textContent).toContain('1 IP address is shown but never enforced')
  expect(told.hasAttribute('lang')).toBe(false)
})

it('an order that this version cannot read is named, with the reason', async () => {
  const { known, writ } = pageOver([{ values: allo }])
  const outdated = { code: 'order-stays', path: 'fr-order', message: 'stays in force: the reason' }
  const orders = known.orders.map((order) => ({ ...order, record: { ...order.record, outdated } }))
  const page = await show('', { ...known, orders }, writ)
  const told = page.querySelector('[data-issue=order-stays]')!.textContent
  expect(told).toContain(words.text(known.orders[0]!.record.order.title))
  expect(told).toContain('the reason')
})

it('says that nothing is applied, as installed', async () => {
  const { known, writ } = pageOver([{ values: ended }])
  const page = await show('', known, writ)
  expect(page.querySelector('.lead')!.textContent).toBe('No order is applied in this browser at present.')
})

describe('the search engines', () => {
  it('are switched one by one, and say which order addresses them', async () => {
    const { known, writ, calls } = pageOver([{ values: allo }], { engines: { qwant: false } })
    const page = await show('#engines', known, writ)
    expect(page.querySelector<HTMLInputElement>('[name=google]')!.checked).toBe(true)
    expect(page.querySelector<HTMLInputElement>('[name=qwant]')!.checked).toBe(false)
    expect(page.querySelector('#about-google')!.textContent).toBe('Addressed by: Allo')
    await click(page.querySelector('[name=google]'))
    await click(page.querySelector('[name=scope][value=addressed]'))
    expect(calls).toEqual([
      ['save', { engines: { qwant: false, google: false } }],
      ['save', { scope: 'addressed' }],
    ])
  })

  it('of SearXNG are named, checked, removed and brought back', async () => {
    const { known, writ } = pageOver([], { searxngInstances: ['search.example.org'] })
    const saved: unknown[] = []
    const save: Writ['save'] = async (patch) => {
      const issues = await writ.save(patch)
      if (issues?.length === 0) saved.push(patch.searxngInstances)
      return issues
    }
    const page = await show('#engines', known, { ...writ, save })
    const field = page.querySelector<HTMLInputElement>('[name=instance]')!
    // A pattern of the browser's would stand for many hosts, and none of them would be an instance.
    for (const wrong of ['not a host!', 'not%20a%20host', '*.example.org', 'http://[::1]/']) {
      await type(field, wrong)
      await click(page.querySelector('[data-action=add-instance]'))
      expect(page.textContent).toContain('Write a host name')
      expect(field.getAttribute('aria-invalid')).toBe('true')
    }
    await type(field, 'o')
    expect(page.textContent).not.toContain('Write a host name')
    expect(field.getAttribute('aria-invalid')).toBe('false')
    await type(field, 'https://Other.example.org/search')
    await click(page.querySelector('[data-action=add-instance]'))
    await click(page.querySelector('.instances button'))
    expect(document.activeElement?.textContent).toBe('Search engines')
    await click(page.querySelector('#instance-said button'))
    expect(saved).toEqual([['search.example.org', 'other.example.org'], [], ['search.example.org']])
  })

  it('offers nothing to undo of an instance that was added again', async () => {
    const { known, writ } = pageOver([], { searxngInstances: ['search.example.org'] })
    const page = await show('#engines', known, writ)
    await click(page.querySelector('.instances button'))
    expect(page.querySelector('#instance-said')!.textContent).toContain('Removed: search.example.org')
    await type(page.querySelector<HTMLInputElement>('[name=instance]')!, 'search.example.org')
    await click(page.querySelector('[data-action=add-instance]'))
    expect(page.querySelector('#instance-said')!.textContent).toBe('')
  })
})

describe('a setting', () => {
  it('that an administrator has set is shown, not changed, and says so', async () => {
    const { known, writ } = pageOver([], { afterTerm: 'continue' })
    const effective: EffectiveSettings = { ...known.state.effective, locked: ['afterTerm', 'engines'], managed: true }
    const page = await show('#settings', { ...known, state: { ...known.state, effective } }, writ)
    const box = page.querySelector<HTMLInputElement>('[name=afterTerm]')!
    expect([box.checked, box.disabled]).toEqual([true, true])
    expect(box.closest('.switch')!.querySelector('.locked')!.textContent).toBe('Set by your organisation')
    await go('#engines')
    expect(page.querySelector<HTMLInputElement>('[name=google]')!.disabled).toBe(true)
  })

  it('that the browser refuses goes back, and says why', async () => {
    const { known, writ } = pageOver([])
    const page = await show('#settings', known, {
      ...writ,
      save: async () => [{ code: 'permission-refused', path: 'neverContact', message: 'not given' }],
    })
    const box = page.querySelector<HTMLInputElement>('[name=neverContact]')!
    await click(box)
    expect(box.checked).toBe(false)
    expect(page.textContent).toContain('the browser did not give the permission')
  })

  it('that the background refuses goes back, and says why', async () => {
    const { known, writ } = pageOver([])
    const locked = { code: 'setting-locked', path: 'scope', message: 'is set by your organisation' }
    const page = await show('#engines', known, { ...writ, save: async () => [locked] })
    const scope = page.querySelector<HTMLInputElement>('[name=scope][value=addressed]')!
    await click(scope)
    expect(scope.checked).toBe(false)
    expect(page.querySelector('[data-issue=setting-locked]')!.textContent).toContain('is set by your organisation')
  })

  it('that is on without its permission says that it has no effect', async () => {
    const { known, writ } = pageOver([], { neverContact: true })
    expect((await show('#settings', known, writ)).textContent).toContain('This is on but has no effect')
    const held = await show('#settings', { ...known, privacyControl: true }, writ)
    expect(held.textContent).not.toContain('This is on but has no effect')
  })
})

describe('what an administrator has set', () => {
  it('is shown as it applies, with what cannot be used and whom to ask', async () => {
    const { known, writ } = pageOver([{ values: allo, provenance: 'policy', locked: true }], {
      afterTerm: 'continue',
      supportName: 'The help desk',
      supportContact: 'help@example.org',
      supportUrl: 'https://help.example.org/blocks',
    })
    const effective: EffectiveSettings = {
      ...known.state.effective,
      managed: true,
      locked: ['afterTerm', 'supportName', 'supportContact'],
      issues: [{ code: 'setting-value', path: 'scope', message: 'must be "every" or "addressed"' }],
    }
    const given = { orders: ['…'], afterTerm: 'continue', scope: 'sometimes' }
    const page = await show(
      '#managed',
      { ...known, state: { ...known.state, effective } },
      { ...writ, managedValues: async () => given },
    )
    const said = (key: string) => page.querySelector(`[data-setting=${key}]`)!.textContent
    expect(said('orders')).toContain('Allo · Applied in this browser: within its term')
    expect(said('afterTerm')).toContain('it goes on being applied')
    expect(said('scope')).toContain('Nothing of it applies.')
    expect(page.querySelector('.issues')!.textContent).toContain('scope has a value that cannot be used (must be')
    const links = [...page.querySelectorAll('[data-view=managed] section:last-of-type a')]
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['help@example.org', 'mailto:help@example.org'],
      ['https://help.example.org/blocks', 'https://help.example.org/blocks'],
    ])
    expect(page.querySelectorAll('[data-view=managed] :is(input, select, button)')).toHaveLength(0)
  })
})

it.each(['call 01 23 45 @ noon', 'a@b.example?bcc=c@d.example', 'a@b.example,c@d.example'])(
  'no mail link is made of the support contact %s',
  async (supportContact) => {
    const { known, writ } = pageOver([], { supportContact })
    const effective = { ...known.state.effective, managed: true }
    const page = await show('#managed', { ...known, state: { ...known.state, effective } }, writ)
    expect(page.textContent).toContain(supportContact)
    expect(page.querySelector('[href^="mailto:"]')).toBeNull()
  },
)

describe('the register', () => {
  const entry = (at: number, order: string): RegisterEntry => ({
    at: now + at,
    event: 'applied',
    order,
    version: 1,
    digest: 'd'.repeat(64),
    provenance: 'user',
    beyondTerm: false,
    targets: 3,
  })
  const entries = [entry(0, 'fr-order'), entry(1, 'gone-order'), entry(2, 'fr-order')]

  it('is newest first, by order, and given out as it is shown', async () => {
    const { known, writ, calls } = pageOver([{ values: allo }])
    const reading = { ...writ, register: async () => entries }
    const page = await show('#register', known, reading)
    const lines = [...page.querySelectorAll('.register > li')].map(({ textContent }) => textContent)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('applied: Allo')
    expect(lines[0]).toContain('2020-06-01T12:00:00.002Z')
    expect(lines[0]).toContain(`SHA-256 ${'d'.repeat(64)}`)
    expect(lines[1]).toContain('applied: gone-order')
    const one = await show('#register/fr-order', known, reading)
    expect(one.querySelectorAll('.register > li')).toHaveLength(2)
    await click(one.querySelector('[data-action=save-csv]'))
    await click(one.querySelector('[data-action=save-json]'))
    const [csv, json] = calls.map(([, file]) => file as [string, string, string])
    expect(csv![0]).toMatch(/^writ-register-\d{4}-\d\d-\d\d-fr-order\.csv$/)
    expect(csv![2].split('\r\n')).toHaveLength(4)
    expect(JSON.parse(json![2]).entries.map(({ timeUtc }: { timeUtc: string }) => timeUtc)).toEqual([
      '2020-06-01T12:00:00.000Z',
      '2020-06-01T12:00:00.002Z',
    ])
  })

  it('is narrowed without moving the focus away from the choice', async () => {
    const { known, writ } = pageOver([{ values: allo }])
    const page = await show('#register', known, { ...writ, register: async () => entries })
    const choice = page.querySelector<HTMLSelectElement>('[name=register-order]')!
    choice.focus()
    await go('#register/fr-order')
    expect(page.querySelectorAll('.register > li')).toHaveLength(2)
    expect(document.activeElement).toBe(choice)
  })

  it('says when it is empty', async () => {
    const { known, writ } = pageOver([])
    expect((await show('#register', known, writ)).textContent).toContain('Nothing has been applied yet.')
  })
})

describe('the diagnostics', () => {
  it('hold what a helper needs, and no name that an order covers or a message quotes', async () => {
    const { known, writ, calls } = pageOver([{ values: { ...allo, targets: ['secret.example.com'] } }])
    const effective = {
      ...known.state.effective,
      issues: [{ code: 'setting-value', path: 'exemptHosts[0]', message: 'names "private.example.com"' }],
    }
    const page = await show('#diagnostics', { ...known, state: { ...known.state, effective } }, writ)
    await click(page.querySelector('[data-action=copy-text]'))
    await click(page.querySelector('[data-action=copy-json]'))
    const [text, json] = calls.map(([, copied]) => copied as string)
    expect(text).toContain('writ: 1.2.3')
    expect(text).toContain('rules.limit: 30000')
    expect(text).toContain('policyIssues[0]: setting-value at exemptHosts[0]')
    expect(JSON.parse(json!)).toMatchObject({
      browser: 'A browser',
      orders: { every: 1, applied: 1 },
      applied: [{ targets: 1 }],
    })
    for (const one of [text, json]) expect(one).not.toMatch(/secret|private\.example/)
    expect(page.querySelector('[role=status].done')!.textContent).toBe('Copied')
  })
})

describe('a backup', () => {
  const own = { id: 'own-order', title: 'Own' }

  it('holds a person’s own orders and choices, and brings them back after it has said what it has', async () => {
    const given = [
      { values: own, choice: 'list' as const },
      { values: allo, provenance: 'bundled' as const },
      { values: ended, provenance: 'policy' as const, locked: true },
    ]
    const { known, writ, calls } = pageOver(given)
    const page = await show('#settings', known, writ)
    await click(page.querySelector('[data-action=save-backup]'))
    const [[, [name, , text]]] = calls as [[string, string[]]]
    expect(name).toBe('writ-2020-06-01.json')
    expect(JSON.parse(text!)).toMatchObject({
      orders: ['the text of own-order'],
      choices: { 'own-order': 'list', 'fr-order': 'apply' },
      settings: { scope: 'every' },
    })
    const choose = (content: string) => chooseFile(page.querySelector('[name=backup]')!, content)
    await choose(text!)
    expect(page.querySelector('#backup ~ [role=status]')!.textContent).toContain('1 order and 2 choices')
    expect(calls).toHaveLength(1)
    await click(page.querySelector('[data-action=put-back]'))
    expect(calls.map(([what]) => what)).toEqual(['download', 'import', 'save', 'choose', 'choose'])
    await choose('{"format": "something else"}')
    expect(page.querySelector('[data-issue=not-backup]')).not.toBeNull()
  })
})

async function chooseFile(field: HTMLInputElement, content: string) {
  Object.defineProperty(field, 'files', { configurable: true, value: [new File([content], 'backup.json')] })
  await after(() => void field.dispatchEvent(new Event('change', { bubbles: true })))
}

describe('the appearance', () => {
  it('is kept for this browser, and holds at once', async () => {
    const { known, writ } = pageOver([])
    const page = await show('#settings', known, writ)
    await click(page.querySelector('[name=theme][value=dark]'))
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(localStorage.getItem('theme')).toBe('dark')
    await click(page.querySelector('[name=theme][value=system]'))
  })
})
