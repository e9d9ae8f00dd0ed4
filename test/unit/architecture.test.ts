import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which folders a folder's files may import from, beside itself. */
const arrows: Record<string, string[]> = {
  'src/order': [],
  'src/policy': ['src/order', 'src/lookup', 'src/search', 'public/managed_schema.json'],
  'src/lookup': ['src/order'],
  'src/rules': ['src/order', 'src/lookup'],
  'src/search': ['src/lookup'],
  'src/register': ['src/lookup'],
  'src/words': ['src/order', 'src/lookup'],
  'src/cli': ['src/order', 'src/lookup', 'src/policy', 'src/words', 'public/_locales'],
  'extension/platform': ['src', 'extension/content/messages.ts'],
  'extension/background': [
    'src',
    'extension/platform',
    'extension/content/messages.ts',
    'extension/content/published.ts',
  ],
  'extension/content': ['src', 'extension/platform/browser.ts'],
  'extension/pages': ['src', 'extension/platform'],
}

const importing = /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

interface Import {
  file: string
  wanted: string
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(importing)].map((match) => ({ file, wanted: match[1] ?? match[2] ?? match[3]! }))
}

const files = ['src', 'extension']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name))
const imports = files.flatMap(importsOf)

function folderOf(file: string): string {
  return Object.keys(arrows).find((folder) => file.startsWith(`${folder}/`)) ?? dirname(file)
}

/** Of a file of ours; undefined for a package. */
function pathOf({ file, wanted }: Import): string | undefined {
  return wanted.startsWith('.') ? relative('.', join(dirname(file), wanted)) : undefined
}

function liesAt(place: string, path: string | undefined): boolean {
  return path === place || (path?.startsWith(`${place}/`) ?? false)
}

describe('imports', () => {
  it('are found at all', () => expect(imports.length).toBeGreaterThan(50))

  it('follow the arrows between folders', () => {
    const wrong = imports.filter(({ file, wanted }) => {
      const path = pathOf({ file, wanted })
      if (path === undefined) return false
      const from = folderOf(file)
      return ![from, ...(arrows[from] ?? [])].some((to) => liesAt(to, path))
    })
    expect(wrong).toEqual([])
  })

  it('need every arrow there is', () => {
    const unused = Object.entries(arrows).flatMap(([from, to]) =>
      to
        .filter((place) => !imports.some((one) => folderOf(one.file) === from && liesAt(place, pathOf(one))))
        .map((place) => `${from} -> ${place}`),
    )
    expect(unused).toEqual([])
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

  it('has no clock, no network, no browser', () => {
    const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const wrong = files
      .filter((file) => file.startsWith('src/') && !file.startsWith('src/cli/'))
      .filter((file) => impure.test(code(file)))
    expect(wrong).toEqual([])
  })
})
