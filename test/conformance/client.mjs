// @ts-nocheck
// The command line that the official tests of TUF clients call (CLIENT-CLI.md in theupdateframework/tuf-conformance).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const core = new URL('../../dist/conformance/core.js', import.meta.url).href
const { findTarget, fit, readTarget, settle, update } = await import(core)
const one = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'metadata-dir': one,
    'metadata-url': one,
    'target-base-url': one,
    'target-dir': one,
    'target-name': { ...one, multiple: true },
  },
})
const folder = values['metadata-dir']
const fileOf = (role) => join(folder, `${encodeURIComponent(role)}.json`)
const addresses = { metadata: values['metadata-url'], targets: values['target-base-url'] }

async function get(path) {
  const [place, ...rest] = path.split('/')
  const response = await fetch(`${addresses[place].replace(/\/$/, '')}/${rest.join('/')}`)
  if (response.ok) return { ok: true, value: new Uint8Array(await response.arrayBuffer()), warnings: [] }
  if (response.status === 404) return { ok: true, value: undefined, warnings: [] }
  throw new Error(`${path}: answers ${response.status}`)
}

function valueOf(result) {
  if (result.ok) return result.value
  throw new Error(result.issues.map(({ code, path, message }) => `${path}: ${message} [${code}]`).join('\n'))
}

async function download(repository, trusted, name) {
  const target = valueOf(await findTarget(repository, trusted, name))
  if (!target) throw new Error(`${name}: no such target`)
  const file = join(values['target-dir'], encodeURIComponent(name))
  if (existsSync(file) && (await settle(() => fit(readFileSync(file), target, name))).ok) return
  const data = valueOf(await readTarget(repository, trusted, name, target))
  writeFileSync(file, data)
}

async function run([command, trustedRoot]) {
  if (command === 'init') return writeFileSync(join(folder, 'root.json'), readFileSync(trustedRoot))
  const roles = readdirSync(folder).map((name) => decodeURIComponent(name.slice(0, -'.json'.length)))
  const kept = new Map(roles.map((role) => [role, readFileSync(fileOf(role))]))
  const repository = { get, kept, now: Date.now() }
  try {
    const trusted = valueOf(await update(repository))
    for (const name of values['target-name'] ?? []) await download(repository, trusted, name)
  } finally {
    for (const role of roles) if (!kept.has(role)) rmSync(fileOf(role))
    for (const [role, data] of kept) writeFileSync(fileOf(role), data)
  }
}

await run(positionals)
