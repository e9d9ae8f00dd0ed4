import { describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { checkedText } from './checked-text.ts'
import { after, click, now, pageOver, show, type } from './page.tsx'

const text = (values: object) => JSON.stringify({ ...minimal, ...values }, null, 2)
const names = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}.example.com`)

async function importing(kept: string[] = [], settings = {}) {
  const { known, writ, calls } = pageOver([], settings)
  const page = await show(
    '#import',
    { ...known, now },
    { ...writ, checkOrder: async (document) => checkedText(document, kept) },
  )
  const paste = async (pasted: string) => {
    await type(page.querySelector('textarea')!, pasted)
    await click(page.querySelector('[data-action=check]'))
  }
  const drop = (...files: [string, string][]) =>
    after(() => {
      const event = new Event('drop', { bubbles: true, cancelable: true })
      const dropped = files.map(([name, content]) => new File([content], name))
      window.dispatchEvent(Object.assign(event, { dataTransfer: { files: dropped } }))
    })
  const verdicts = () => [...page.querySelectorAll<HTMLElement>('[data-draft]')].map((one) => one.dataset['draft'])
  const add = () => page.querySelector<HTMLButtonElement>('[data-action=import]')
  return { page, calls, paste, drop, verdicts, add }
}

describe('adding an order', () => {
  it('shows what it is and would do before it is added', async () => {
    const { page, calls, paste, add } = await importing()
    const targets = ['a.example.com', 'b.example.com', { url: 'https://c.example.com/d' }, { ip: '192.0.2.1' }]
    await paste(text({ targets, unknownKey: 1 }))
    const shown = page.querySelector('[data-draft=good]')!.textContent
    for (const part of [
      'A test order',
      'A court',
      'January 31, 2020',
      'until December 31, 2030',
      '2 names',
      '1 address',
    ])
      expect(shown).toContain(part)
    expect(shown).toContain('1 IP address, which other sites may share')
    expect(shown).toContain('New: no order of this id is kept.')
    expect(shown).toContain('1 thing to know')
    expect(calls).toEqual([])
    await click(add())
    expect(calls).toHaveLength(1)
    expect(page.querySelector('[data-added]')!.textContent).toBe('1 order was added.')
    expect(page.querySelector('textarea')!.value).toBe('')
  })

  it('shows each issue at its place, leads there, and adds nothing', async () => {
    const { page, paste, add, verdicts } = await importing()
    const wrong = text({ targets: ['dpstream.tv', 'co.uk'] })
    await paste(wrong)
    expect(verdicts()).toEqual(['refused'])
    expect(add()).toBeNull()
    const issue = page.querySelector('[data-issue=host-public-suffix]')!
    expect(issue.textContent).toContain('targets[1]')
    const line = wrong.slice(0, wrong.indexOf('co.uk')).split('\n').length
    expect(issue.textContent).toContain(`line ${line}, column 5`)
    await click(issue.querySelector('button'))
    const area = page.querySelector('textarea')!
    expect(document.activeElement).toBe(area)
    expect(wrong.slice(area.selectionStart, area.selectionEnd)).toBe('"co.uk"')
  })

  it('shows the names before it is added, and that an order that has ended blocks none', async () => {
    const { page, paste } = await importing()
    await paste(text({ targets: ['a.example.com', 'xn--mnchen-3ya.example'], adressees: [] }))
    const shown = page.querySelector('.would-block')!
    expect(shown.textContent).toContain('Blocked here as soon as it is added:')
    expect([...shown.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
      'a.example.com',
      'münchen.example xn--mnchen-3ya.example',
    ])
    await paste(text({ term: { until: '2020-05-31' } }))
    expect(page.querySelector('[data-applies=false]')!.textContent).toContain('nothing is blocked unless you choose so')
  })

  it('asks whether another word was meant', async () => {
    const { page, paste } = await importing()
    const [decision] = minimal.decisions
    await paste(text({ decisions: [{ ...decision, kind: 'judgement' }], applicant: ['A'] }))
    expect(page.querySelector('[data-issue=not-one-of]')!.textContent).toContain('Did you mean “judgment”?')
    expect(page.querySelector('[data-issue=unknown-key]')!.textContent).toContain('Did you mean “applicants”?')
  })

  it('has a sample that is valid', async () => {
    const { page, verdicts } = await importing()
    await click(page.querySelector('[data-action=sample]'))
    await click(page.querySelector('[data-action=check]'))
    expect(verdicts()).toEqual(['good'])
  })

  it('says where a text is not JSON', async () => {
    const { page, paste } = await importing()
    await paste('{\n  "id": "a",,\n}')
    expect(page.querySelector('[data-issue=not-json]')!.textContent).toContain('line 2, column')
  })

  it('forgets what it said of a text that is being changed', async () => {
    const { page, paste, verdicts } = await importing()
    await paste(text({}))
    await type(page.querySelector('textarea')!, text({ title: 'Another' }))
    expect(verdicts()).toEqual([])
  })

  it('keeps what is wrong in sight while it is being corrected, as of the last check, until the next', async () => {
    const { page, paste, verdicts, add } = await importing()
    const wrong = text({ targets: ['dpstream.tv', 'co.uk', 'com'] })
    await paste(wrong)
    const area = page.querySelector('textarea')!
    await type(area, wrong.replace('"id"', '"id" '))
    expect(page.querySelectorAll('[data-outdated] [data-issue=host-public-suffix]')).toHaveLength(2)
    expect(page.textContent).toContain('The text has changed since: check it again.')
    expect(add()).toBeNull()
    // The text has moved on by a character; its lines have not.
    await click([...page.querySelectorAll('[data-issue] button')].at(-1))
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('"com"')
    await type(area, text({ targets: ['dpstream.tv'] }))
    await click(page.querySelector('[data-action=check]'))
    expect(verdicts()).toEqual(['good'])
    await paste(wrong)
    await type(area, '')
    expect(verdicts()).toEqual([])
  })

  it('takes files, and adds none until all are valid', async () => {
    const { page, calls, drop, verdicts, add } = await importing()
    await drop(['one.json', text({ id: 'order-one' })], ['two.json', '{}'], ['three.json', text({ id: 'order-three' })])
    // What is to be mended comes first.
    expect(verdicts()).toEqual(['refused', 'good', 'good'])
    expect(add()).toBeNull()
    expect(page.textContent).toContain('Nothing can be added until the points above are corrected.')
    await click(page.querySelector('[data-draft=refused] [data-action=leave-out]'))
    await click(add())
    expect(calls).toEqual([['import', [text({ id: 'order-one' }), text({ id: 'order-three' })]]])
  })

  it('takes hundreds of files, and shows those to be mended first', async () => {
    const { page, drop, verdicts } = await importing()
    const files = Array.from({ length: 300 }, (_, at): [string, string] => [
      `${at}.json`,
      at === 299 ? 'not JSON' : text({ id: `order-${at}` }),
    ])
    await drop(...files)
    expect(verdicts()).toHaveLength(20)
    expect(verdicts()[0]).toBe('refused')
    await click(page.querySelector('[data-action=leave-out]'))
    expect(page.textContent).toContain('All are valid. 299 orders can be added.')
  })

  it('refuses two documents of one id', async () => {
    const { drop, verdicts, add } = await importing()
    await drop(['one.json', text({})], ['two.json', text({ version: 2 })])
    expect(verdicts()).toEqual(['twice', 'twice'])
    expect(add()).toBeNull()
  })

  it('compares with the version that is kept', async () => {
    const kept = [text({ version: 3, targets: names(40) })]
    const { page, paste, verdicts, add } = await importing(kept)
    await paste(text({ version: 2 }))
    expect(verdicts()).toEqual(['older'])
    expect(page.querySelector('.notice')!.textContent).toContain('version 3 is kept and this is version 2')
    expect(add()).toBeNull()
    await paste(kept[0]!)
    expect(verdicts()).toEqual(['same'])
    expect(add()).toBeNull()
    await paste(text({ version: 4, targets: names(41) }))
    expect(verdicts()).toEqual(['good'])
    expect(page.querySelector('.notice')!.textContent).toBe('Version 4 takes the place of version 3.')
  })

  it('asks before it replaces a version by another text of the same version, or by far fewer names', async () => {
    const { page, paste, verdicts, add } = await importing([text({ version: 3, targets: names(40) })])
    await paste(text({ version: 3, targets: names(39) }))
    expect(verdicts()).toEqual(['unconfirmed'])
    expect(add()).toBeNull()
    await click(page.querySelector('[data-action=confirm]'))
    expect(verdicts()).toEqual(['good'])
    expect(add()).not.toBeNull()
    await paste(text({ version: 4, targets: names(4) }))
    expect(verdicts()).toEqual(['unconfirmed'])
    expect(page.querySelector('.notice')!.textContent).toContain('covers 4 names and addresses; the kept one covers 40')
  })

  it('is not offered where an organisation forbids it', async () => {
    const { page } = await importing([], { allowUserOrders: false })
    expect(page.querySelector('textarea')).toBeNull()
    expect(page.textContent).toContain('Your organisation does not let orders be added')
  })
})
