import { createHash } from 'node:crypto'
import { filesIn, withManifest, zip } from './archive.mjs'
import { crx3, extensionId, publicKeyOf } from './crx.mjs'
import { updatesJson, updatesXml } from './updates.mjs'
import { withWorks } from './works.mjs'

/**
 * Everything that is published of one version, by file name.
 *
 * @param {object} from
 * @param {string} from.chrome folder of the build
 * @param {string} from.firefox folder of the build
 * @param {import('./archive.mjs').Files} from.source
 * @param {string} from.privateKey PEM
 * @param {string} [from.firefoxId] of the package for a fleet: Mozilla signs an id for one account only
 * @param {string} [from.version] another than the code's
 * @param {URL} [from.baseUrl] the folder in which the packages will be found; without it nothing can say where updates are
 */
export function packages({ chrome, firefox, source, privateKey, firefoxId: ownId, version: ownVersion, baseUrl }) {
  const lock = source['package-lock.json']
  const numbered = (/** @type {import('./archive.mjs').Files} */ files) =>
    ownVersion ? withManifest(files, (manifest) => ({ ...manifest, version: ownVersion })) : files
  const built = {
    chrome: numbered(withWorks(filesIn(chrome), lock)),
    firefox: numbered(withWorks(filesIn(firefox), lock)),
  }
  const { version } = manifestOf(built.chrome)
  const publicKey = publicKeyOf(privateKey)
  const chromiumId = extensionId(publicKey)
  const firefoxId = ownId ?? manifestOf(built.firefox).browser_specific_settings.gecko.id
  const address = (/** @type {string} */ file) => baseUrl && new URL(file, baseUrl).href
  const name = (/** @type {string} */ ending) => `writ-${version}${ending}`

  const crx = crx3(zip(withManifest(built.chrome, forChromiumFleet(publicKey, address('updates.xml')))), privateKey)
  const xpi = zip(withManifest(built.firefox, forFirefoxFleet(firefoxId, address('updates.json'))))
  /** @type {Record<string, Uint8Array | string>} */
  const files = {
    [name('-chrome-store.zip')]: zip(withManifest(built.chrome, forStore)),
    [name('-firefox-store.zip')]: zip(built.firefox),
    [name('-source.zip')]: zip(source),
    [name('.crx')]: crx,
    [name('.xpi')]: xpi,
  }
  const crxUrl = address(name('.crx'))
  const xpiUrl = address(name('.xpi'))
  if (crxUrl && xpiUrl) {
    files['updates.xml'] = updatesXml({ id: chromiumId, version, url: crxUrl })
    files['updates.json'] = updatesJson({ id: firefoxId, version, url: xpiUrl })
    files['install.json'] = json({
      version,
      chromium: { id: chromiumId, updateUrl: address('updates.xml') },
      firefox: { id: firefoxId, url: xpiUrl },
    })
  }
  files['SHA256SUMS'] = Object.keys(files)
    .toSorted()
    .map((file) => `${sha256(files[file] ?? '')}  ${file}\n`)
    .join('')
  return { version, chromiumId, firefoxId, files }
}

/** The store signs with a key of its own and refuses a manifest that brings one. @param {Record<string, any>} manifest */
function forStore(manifest) {
  const { key: _, ...published } = manifest
  return published
}

/**
 * A policy grants what a manifest requires, and nothing that it only may ask a person for.
 *
 * @param {Record<string, any>} manifest
 */
function requiringEverything({ permissions, optional_permissions: optional, ...manifest }) {
  return { ...manifest, permissions: [...permissions, ...optional].toSorted() }
}

/** @param {Buffer} publicKey @param {string | undefined} updateUrl */
function forChromiumFleet(publicKey, updateUrl) {
  return (/** @type {Record<string, any>} */ manifest) => ({
    ...requiringEverything(manifest),
    key: publicKey.toString('base64'),
    ...(updateUrl ? { update_url: updateUrl } : {}),
  })
}

/**
 * Firefox takes updates over https alone, and refuses a manifest that names another address.
 *
 * @param {string} id
 * @param {string | undefined} updateUrl
 */
function forFirefoxFleet(id, updateUrl) {
  return (/** @type {Record<string, any>} */ manifest) => {
    const { gecko, ...others } = manifest.browser_specific_settings
    const updates = updateUrl?.startsWith('https:') ? { update_url: updateUrl } : {}
    return {
      ...requiringEverything(manifest),
      browser_specific_settings: { ...others, gecko: { ...gecko, id, ...updates } },
    }
  }
}

/** @param {import('./archive.mjs').Files} files */
function manifestOf(files) {
  return JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())
}

/** @param {Uint8Array | string} data */
function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}
