import { render } from 'preact'
import { describe, expect, it } from 'vitest'
import type { WelcomeActions } from '../../extension/pages/welcome/actions.ts'
import { Welcome, type WelcomeProps } from '../../extension/pages/welcome/view.tsx'
import { pageOver, words, type Given } from './options/page.tsx'

const allo = { id: 'allo', title: 'Allo', targets: ['allo.example.com'], term: { until: '2020-03-01' } }

function welcome(given: Partial<Given> = {}, props: Partial<WelcomeProps> = {}) {
  const { known } = pageOver([{ values: allo, provenance: 'bundled', ...given }])
  const calls: string[] = []
  const called = (name: string) => () => void calls.push(name)
  const actions: WelcomeActions = {
    choose: (choice) => void calls.push(choice),
    allow: called('allow'),
    test: called('test'),
    openOptions: called('options'),
    openImport: called('import'),
    openExtensionSettings: called('settings'),
  }
  const page = document.createElement('main')
  const all = {
    words,
    order: known.orders[0]!,
    sample: 'allo.example.com',
    access: true,
    privateWindows: true,
    actions,
  }
  render(<Welcome {...all} {...props} />, page)
  const button = (name: string) => page.querySelector<HTMLElement>(`[data-action=${name}]`)
  return { page, calls, button }
}

describe('the welcome page', () => {
  it('shows an example that leads to no site, whether the order is applied or not', () => {
    for (const choice of ['apply', 'apply-beyond-term', 'list'] as const) {
      const example = welcome({ choice }).page.querySelector('.example')!
      expect(example.textContent).toContain('Example of a block page')
      expect(example.textContent).toContain('allo.example.com is blocked under a court order')
      expect(example.textContent).toContain('A court')
      expect(example.querySelectorAll('a, button')).toHaveLength(0)
    }
  })

  it('offers the page of a name only once it is blocked, behind a tick', () => {
    expect(welcome().button('test')).toBeNull()
    const { page, button, calls } = welcome({ choice: 'apply-beyond-term' })
    expect(page.querySelector('.ticked')!.textContent).toBe('1 name is blocked now.')
    expect(page.textContent).toContain('Writ still applies it here')
    button('test')!.click()
    expect(calls).toEqual(['test'])
  })

  it('leads whoever was given an order to where it is added', () => {
    const { button, calls } = welcome()
    button('open-import')!.click()
    button('apply-beyond-term')!.click()
    expect(calls).toEqual(['import', 'apply-beyond-term'])
  })

  it('says what is missing, each with its button, and nothing where all is given', () => {
    expect(welcome().page.querySelector('[data-missing]')).toBeNull()
    const { page, button, calls } = welcome({}, { access: false, privateWindows: false })
    expect(page.querySelectorAll('[data-missing]')).toHaveLength(2)
    button('allow-access')!.click()
    button('extension-settings')!.click()
    expect(calls).toEqual(['allow', 'settings'])
  })

  it('is about the organisation where one has set the browser up', () => {
    const { known } = pageOver([{ values: { ...allo, term: { until: '2030-03-01' } }, provenance: 'policy' }])
    const organisation = { name: 'Northfield College', contact: 'it@school.example', url: '', applied: known.orders }
    const { page, button } = welcome({}, { organisation })
    expect(page.querySelector('[data-organisation]')!.textContent).toContain('Northfield College set this up')
    expect(page.querySelector('[data-organisation]')!.textContent).toContain('1 order is applied in this browser:')
    expect(page.querySelector('a[href^=mailto]')!.textContent).toBe('it@school.example')
    expect(button('apply-beyond-term')).toBeNull()
    expect(button('open-import')).toBeNull()
  })
})
