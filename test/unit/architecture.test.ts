import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Which folders a folder's files may import from, beside itself. The longest name that fits a file is its folder. What lies
 * in `src` itself, in no folder, is everyone's.
 */
const arrows: Record<string, string[]> = {
  'src/order': [],
  'src/order/time': ['src/order'],
  'src/order/targets': ['src/order', 'src/order/time'],
  'src/order/protected': ['src/order', 'src/order/targets'],
  'src/order/reading': ['src/order', 'src/order/time', 'src/order/targets', 'src/order/protected'],
  'src/bundled': ['src/standing'],
  'src/names': ['src/order', 'src/order/targets'],
  'src/standing': ['src/order', 'src/order/time', 'src/order/targets', 'src/order/protected', 'src/names'],
  'src/rules': ['src/order', 'src/names'],
  'src/enforcement': [
    'src/order',
    'src/order/protected',
    'src/order/reading',
    'src/order/targets',
    'src/order/time',
    'src/names',
    'src/standing',
    'src/rules',
    'src/search',
    'src/policy',
    'src/register',
    'src/feed',
  ],
  'src/search': ['src/order', 'src/standing'],
  'src/policy': ['src/order', 'src/order/reading', 'src/standing', 'src/bundled', 'src/search', 'public'],
  'src/deployment': [
    'src/order',
    'src/order/reading',
    'src/order/targets',
    'src/order/time',
    'src/standing',
    'src/bundled',
    'src/policy',
    'public',
  ],
  'src/feed': ['src/order', 'src/standing'],
  'src/feed/publishing': ['src/order', 'src/order/reading', 'src/feed'],
  'src/export': ['src/order', 'src/order/protected', 'src/order/targets', 'src/order/time', 'src/export/forms'],
  'src/export/forms': ['src/export'],
  'src/public-register': [
    'src/order',
    'src/order/targets',
    'src/order/time',
    'src/standing',
    'src/words',
    'src/export',
    'src/public-register/pages',
  ],
  'src/public-register/pages': [
    'src/order/targets',
    'src/order/time',
    'src/words',
    'src/export',
    'src/public-register',
  ],
  'src/register': ['src/standing'],
  'src/import': ['src/order', 'src/order/time'],
  'src/import/judge': ['src/order', 'src/order/reading', 'src/order/targets', 'src/import', 'src/words'],
  'src/words': ['src/order', 'src/order/time', 'src/order/targets', 'src/names', 'src/standing', 'src/feed', 'public'],
  'src/cli': [
    'src/order',
    'src/order/protected',
    'src/order/reading',
    'src/order/time',
    'src/order/targets',
    'src/names',
    'src/standing',
    'src/bundled',
    'src/policy',
    'src/deployment',
    'src/export',
    'src/feed',
    'src/feed/publishing',
    'src/public-register',
    'src/import',
    'src/import/judge',
    'src/words',
    'public',
  ],
  'extension/platform': ['src'],
  'extension/messages': ['src', 'extension/platform'],
  'extension/store': ['src', 'extension/platform', 'extension/messages'],
  'extension/background': ['src', 'extension/platform', 'extension/messages', 'extension/store'],
  'extension/content': ['src', 'extension/platform', 'extension/messages'],
  'extension/pages': ['src', 'extension/platform', 'extension/messages', 'extension/store'],
}

const importing = /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

interface Import {
  file: string
  wanted: string
  /** Types alone: nothing of it is in a bundle. */
  typesOnly: boolean
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(importing)].map((match) => ({
    file,
    wanted: match[1] ?? match[2] ?? match[3]!,
    typesOnly: /^\s*(?:import|export)\s+type\b/.test(match[0]),
  }))
}

const files = ['src', 'extension']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name))
const imports = files.flatMap(importsOf)

const byLength = Object.keys(arrows).toSorted((a, b) => b.length - a.length)

function folderOf(path: string): string {
  return byLength.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path)
}

/** The file that is imported; undefined for a package. */
function pathOf({ file, wanted }: Import): string | undefined {
  return wanted.startsWith('.') ? relative('.', join(dirname(file), wanted)) : undefined
}

/** Whether an arrow that ends in `place` leads to `path`: one to `src` leads to every folder in it. */
function leadsTo(place: string, path: string): boolean {
  return place in arrows ? folderOf(path) === place : path.startsWith(`${place}/`)
}

/** Files that import each other, whether values or types: the first circle that a walk from `file` comes upon. */
function circleFrom(file: string, path: readonly string[], seen: Set<string>): string[] | undefined {
  const at = path.indexOf(file)
  if (at >= 0) return path.slice(at)
  if (seen.has(file)) return undefined
  seen.add(file)
  for (const next of imported.get(file) ?? []) {
    const circle = circleFrom(next, [...path, file], seen)
    if (circle) return circle
  }
  return undefined
}

const imported = new Map<string, string[]>()
for (const one of imports) {
  const path = pathOf(one)
  if (path !== undefined) imported.set(one.file, [...(imported.get(one.file) ?? []), path])
}

/** Everything that a bundle of these files has in it, packages by name. */
function bundled(entries: readonly string[]): Set<string> {
  const reached = new Set(entries)
  for (const file of reached)
    for (const one of imports) if (one.file === file && !one.typesOnly) reached.add(pathOf(one) ?? one.wanted)
  return reached
}

describe('imports', () => {
  it('are found at all', () => expect(imports.length).toBeGreaterThan(50))

  it('follow the arrows between folders', () => {
    const wrong = imports.filter((one) => {
      const path = pathOf(one)
      if (path === undefined) return false
      const from = folderOf(one.file)
      const everyones = folderOf(path) === 'src'
      return folderOf(path) !== from && !everyones && !(arrows[from] ?? []).some((to) => leadsTo(to, path))
    })
    expect(wrong).toEqual([])
  })

  it('need every arrow there is', () => {
    const leads = (from: string, to: string) =>
      imports.some((one) => folderOf(one.file) === from && leadsTo(to, pathOf(one) ?? ''))
    const unused = Object.entries(arrows).flatMap(([from, to]) =>
      to.filter((place) => !leads(from, place)).map((place) => `${from} -> ${place}`),
    )
    expect(unused).toEqual([])
  })

  it('go in no circle', () => {
    const seen = new Set<string>()
    expect(files.flatMap((file) => circleFrom(file, [], seen) ?? [])).toEqual([])
  })

  it('bring the list of public suffixes, larger than all pages, to no page', () => {
    const shown = files.filter((file) => /^extension\/(?:pages|content)\//.test(file))
    expect(bundled(shown).has('preact')).toBe(true)
    expect(bundled(shown).has('tldts')).toBe(false)
    expect(bundled(['extension/background/index.ts']).has('tldts')).toBe(true)
  })

  it('leave node to the command line', () => {
    const wrong = imports.filter(({ file, wanted }) => wanted.startsWith('node:') && !file.startsWith('src/cli/'))
    expect(wrong).toEqual([])
  })

  it('leave the polyfill to one module, and its types to another', () => {
    const asking = imports.filter(({ wanted }) => wanted === 'webextension-polyfill').map(({ file }) => file)
    const withTypes = 'extension/platform/browser.ts'
    expect(new Set(asking)).toEqual(new Set(['extension/background/on-message.ts', withTypes]))
    expect(readFileSync(withTypes, 'utf8')).not.toMatch(/(?:im|ex)port (?!type).*polyfill/)
  })
})

describe('src', () => {
  const impure =
    /\b(?:Date\.now\(|new Date\(\)|performance\.|setTimeout|setInterval|fetch\(|document\.(?:body|head|create|query|get)|window\.(?:top|location)|navigator\.|localStorage|indexedDB|browser\.|chrome\.|Math\.random)/

  it('holds one idea a file: none is longer than 260 lines', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 261)
    expect(long).toEqual([])
  })

  it('has no clock, no network, no browser', () => {
    const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const wrong = files
      .filter((file) => file.startsWith('src/') && !file.startsWith('src/cli/'))
      .filter((file) => impure.test(code(file)))
    expect(wrong).toEqual([])
  })
})
