import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OrderHead } from '../../../src/standing/record.ts'
import { addresses } from '../../../src/search/decide.ts'
import type { Engine } from '../../../src/search/engine.ts'
import { engineAt } from '../../../src/search/engine-at.ts'
import { engines } from '../../../src/search/engines.ts'

interface EngineFile {
  engine: Engine
  resultPages?: string[]
  otherPages?: string[]
}

const files = Object.entries(import.meta.glob<EngineFile>('../../../src/search/engines/*.ts', { eager: true }))
  .map(([path, module]) => ({ file: basename(path), module }))
  .filter(({ file }) => file !== 'google-domains.ts')

/** Addressees as the parser gives them. */
const named = (names: readonly string[]) => names.map((name) => ({ name: { en: name } }))

describe('an engine', () => {
  it.each(files)('$file lists the engine, and it answers at its addresses, and only there', ({ module }) => {
    const { engine } = module
    expect(engines).toContain(engine)
    for (const page of module.resultPages ?? []) expect(engineAt(page), page).toBe(engine)
    for (const page of module.otherPages ?? []) expect(engineAt(page), page).toBeUndefined()
    expect(engine.hosts.length === 0 || module.resultPages).toBeTruthy()
  })

  it('is found where its host is written with the final dot', () => {
    expect(engineAt('https://www.google.com./search?q=x')?.id).toBe('google')
  })

  it('is SearXNG on the instances that are named, and nowhere else', () => {
    const instances = ['search.instance.example']
    expect(engineAt('https://search.instance.example/search?q=x', instances)?.id).toBe('searxng')
    expect(engineAt('https://www.search.instance.example/search?q=x', instances)).toBeUndefined()
    expect(engineAt('https://search.instance.example/search?q=x')).toBeUndefined()
  })

  it('has a page of its own in the tests', () => {
    const pages = readdirSync('test/fixtures/result-pages')
    expect(engines.filter(({ id }) => !pages.some((page) => page.startsWith(`${id}.`))).map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['google', ['Google Inc.', 'Google France'], true],
    ['bing', ['Microsoft Corporation'], true],
    ['yahoo', ['Yahoo! Inc'], true],
    ['orange', ['Orange SA'], true],
    ['brave', ['Bravery Ltd'], false],
    ['yahoo', ['Google'], false],
  ])('is addressed by its operator’s name: %s by %j: %s', (id, addressees, is) => {
    const order = { measures: [{ kind: 'delist', addressees: named(addressees) }] } as unknown as OrderHead
    expect(
      addresses(
        order,
        engines.find((one) => one.id === id)!,
      ),
    ).toBe(is)
    const blocking = { measures: [{ kind: 'block', addressees: named(addressees) }] } as unknown as OrderHead
    expect(
      addresses(
        blocking,
        engines.find((one) => one.id === id)!,
      ),
    ).toBe(false)
  })
})
