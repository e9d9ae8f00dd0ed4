import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkedText } from './checked-text.ts'
import { after, click, pageOver, show, type } from './page.tsx'

const folder = 'test/fixtures/registers/files'

async function bringing(...files: string[]) {
  const { known, writ, calls } = pageOver([])
  const page = await show('#import', known, { ...writ, checkOrder: async (text) => checkedText(text, []) })
  await after(() => {
    const dropped = files.map((name) => new File([new Uint8Array(readFileSync(`${folder}/${name}`))], name))
    const event = new Event('drop', { bubbles: true, cancelable: true })
    window.dispatchEvent(Object.assign(event, { dataTransfer: { files: dropped } }))
  })
  await until(() => page.querySelector('[data-list=read]') !== null)
  const counts = () =>
    Object.fromEntries(
      [...page.querySelectorAll<HTMLElement>('[data-class]')].map(({ dataset }) => [
        dataset['class'],
        dataset['count'],
      ]),
    )
  const fill = async (facts: Record<string, string>) => {
    for (const [name, text] of Object.entries(facts))
      await type(page.querySelector<HTMLInputElement>(`.facts-form [name=${name}]`)!, text)
    await after(() => void page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true })))
  }
  return { page, calls, counts, fill }
}

/** What reads lists is loaded when it is used. */
async function until(is: () => boolean) {
  for (let round = 0; round < 400 && !is(); round++) await after(() => undefined)
}

const facts = { title: 'A register', court: 'An office', date: '2020-01-31', source: 'https://example.org/register' }

describe('a list', () => {
  it('is reported, gets its facts, shows what it would block, and is added', async () => {
    const { page, calls, counts, fill } = await bringing('cz-mfcr.csv')
    expect(page.textContent).toContain('cz-mfcr.csv: read as csv, windows-1250. Register: cz-mfcr.')
    expect(counts()['taken']).not.toBe('0')
    // The register itself says its country and its name.
    expect(page.querySelector<HTMLInputElement>('[name=jurisdiction]')!.value).toBe('CZ')
    await fill({ ...facts, language: 'en', date: '' })
    const wrong = page.querySelector('[name=date]')!
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(wrong.getAttribute('aria-describedby')!)!.textContent).toContain('is required')
    expect(document.activeElement).toBe(wrong)
    await fill({ date: '2020-01-31' })
    expect(page.querySelectorAll('.would-block li').length).toBeGreaterThan(0)
    expect(calls).toEqual([])
    await click(page.querySelector('[data-action=import]'))
    expect(calls.map(([what]) => what)).toEqual(['import'])
    expect(page.querySelector('[data-list]')).toBeNull()
  })

  it('takes what is held once a person says so, and names the reason for each', async () => {
    const { page, counts } = await bringing('ua-annex-mixed.txt')
    const held = Number(counts()['held'])
    expect(held).toBeGreaterThan(0)
    expect(page.querySelector('[data-class=held] li')!.textContent).toMatch(/line \d+ .* mixes letters/)
    await click(page.querySelector('[name=accept]'))
    await until(() => page.querySelector('[data-list=read]') !== null)
    expect(counts()['held']).toBeUndefined()
  })

  it('is one, of several files', async () => {
    const { page, counts } = await bringing('fr-annex.csv', 'general.hosts')
    expect(page.querySelectorAll('[data-list]')).toHaveLength(1)
    expect(page.textContent).toContain('general.hosts: read as hosts')
    expect(Number(counts()['taken'])).toBeGreaterThan(1)
  })

  it('of which a part cannot be read is refused whole', async () => {
    const { page } = await bringing('refused-short.xml')
    expect(page.querySelector('[data-issue=not-xml]')!.textContent).toContain('refused-short.xml')
    expect(page.querySelector('form')).toBeNull()
  })
})
