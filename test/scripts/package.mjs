import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, installPackages, script } from './install.mjs'

const usage = `npm run package -- [--base-url URL] [--key FILE] [--expect-id ID] [--firefox-id ID] [--version V] [--out DIR]

  --base-url URL   the folder from which browsers will fetch the packages: https://..., or file:///... on every machine
  --key FILE       the RSA key (PEM) that signs for Chromium; without it one is made, once, and kept
  --expect-id ID   the Chromium id that the fleet has: with the key of another nothing is made
  --firefox-id ID  name@domain of your own, for a package that you let Mozilla sign
  --version V      another version than the code's: an older one goes back to a fleet under a higher number
  --out DIR        where the packages go (default dist/packages)`

/** `npm run package`: from a fresh clone to everything that a store, a fleet or a reviewer takes. */
await script(async () => {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      'expect-id': { type: 'string' },
      'firefox-id': { type: 'string' },
      version: { type: 'string' },
      out: { type: 'string', default: 'dist/packages' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(usage)
  const baseUrl = values['base-url'] === undefined ? undefined : folderUrl(values['base-url'])
  installPackages()
  build()
  const [{ packages }, { signingKey }] = await Promise.all([
    import('./packaging/packages.mjs'),
    import('./packaging/signing-key.mjs'),
  ])
  const { key, file, made } = signingKey(values.key, values['expect-id'])
  const { version, chromiumId, firefoxId, files } = packages({
    chrome: 'dist/chrome',
    firefox: 'dist/firefox',
    source: sourceFiles(),
    privateKey: key,
    ...(values['firefox-id'] ? { firefoxId: values['firefox-id'] } : {}),
    ...(values.version ? { version: versionOf(values.version) } : {}),
    ...(baseUrl ? { baseUrl } : {}),
  })
  rmSync(values.out, { recursive: true, force: true })
  mkdirSync(values.out, { recursive: true })
  for (const [name, data] of Object.entries(files)) writeFileSync(join(values.out, name), data)

  console.log(`\nWrit ${version} in ${values.out}:\n${files['SHA256SUMS']}`)
  console.log(`Chromium id  ${chromiumId}\nFirefox id   ${firefoxId}\nsigned with  ${file}`)
  if (made)
    console.log(
      'This key was made just now. Keep a copy in a safe place: browsers take updates from its holder, and from nobody else.',
    )
  if (!baseUrl) console.log('Without --base-url there is no update manifest: browsers could not be told where to look.')
})

/** @param {string} text */
function versionOf(text) {
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(text))
    throw new Error(`--version takes up to four numbers: 1.2.0, not "${text}"`)
  return text
}

/** @param {string} text */
function folderUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['https:', 'http:', 'file:'].includes(url.protocol))
    throw new Error(`--base-url takes an address such as https://intranet.example/writ/, not "${text}"`)
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** What is under version control, as a reviewer builds it; of an unpacked source archive, all that it has. */
function sourceFiles() {
  const names = existsSync('.git')
    ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
    : unpackedFiles()
  return Object.fromEntries(names.map((name) => [name, readFileSync(name)]))
}

function unpackedFiles() {
  const made = new Set(['node_modules', 'dist', 'coverage'])
  return readdirSync('.')
    .filter((name) => !made.has(name))
    .flatMap((name) => (statSync(name).isFile() ? [name] : filesBelow(name)))
    .toSorted()
}

/** @param {string} folder */
function filesBelow(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return names.filter((name) => statSync(name).isFile())
}
