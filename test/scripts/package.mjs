import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, installPackages, script } from './install.mjs'

const usage = `npm run package -- [--base-url URL] [--key FILE] [--firefox-id ID] [--out DIR]

  --base-url URL   the folder from which browsers will fetch the packages: https://..., or file:///... on every machine
  --key FILE       the RSA key (PEM) that signs for Chromium; without it one is made, once, and kept
  --firefox-id ID  name@domain of your own, for a package that you let Mozilla sign
  --out DIR        where the packages go (default dist/packages)`

/** `npm run package`: from a fresh clone to everything that a store, a fleet or a reviewer takes. */
await script(async () => {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      'firefox-id': { type: 'string' },
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
  const { key, file, made } = signingKey(values.key)
  const { version, chromiumId, firefoxId, files } = packages({
    chrome: 'dist/chrome',
    firefox: 'dist/firefox',
    source: sourceFiles(),
    privateKey: key,
    ...(values['firefox-id'] ? { firefoxId: values['firefox-id'] } : {}),
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
function folderUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['https:', 'http:', 'file:'].includes(url.protocol))
    throw new Error(`--base-url takes an address such as https://intranet.example/writ/, not "${text}"`)
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** What is under version control, as a reviewer builds it. */
function sourceFiles() {
  const names = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
  return Object.fromEntries(names.map((name) => [name, readFileSync(name)]))
}
