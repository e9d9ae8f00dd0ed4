/**
 * The works of others that a build holds, by what Vite says of each of its parts in `licenses/*.json`: as notices for
 * people, and as a bill of materials for programs. Both depend on the works alone.
 *
 * @typedef {object} Work
 * @property {string} name
 * @property {string} version
 * @property {string} [identifier] of its licence: `MIT`
 * @property {string} [text] of its licence
 */

const listed = /^licenses\/.*\.json$/

/**
 * The same files, with the notices and the bill of materials in the place of the lists that they are made from.
 *
 * @param {import('./archive.mjs').Files} files
 * @param {Uint8Array} [lock] `package-lock.json`, which knows the sums of what was bundled
 */
export function withWorks(files, lock) {
  const works = worksIn(files)
  const { version } = JSON.parse(text(files['manifest.json']))
  const others = Object.entries(files).filter(([path]) => !listed.test(path))
  return {
    ...Object.fromEntries(others),
    'THIRD-PARTY-NOTICES.txt': Buffer.from(notices(works)),
    'bom.cdx.json': Buffer.from(`${JSON.stringify(billOfMaterials(works, version, sums(lock)), null, 2)}\n`),
  }
}

/** @param {import('./archive.mjs').Files} files @returns {Work[]} each once, by name and version */
function worksIn(files) {
  const lists = Object.keys(files).filter((path) => listed.test(path))
  const works = lists.flatMap((path) => /** @type {Work[]} */ (JSON.parse(text(files[path]))))
  return [...new Map(works.map((work) => [purl(work), work])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, work]) => work)
}

/** @param {Work[]} works */
function notices(works) {
  const parts = works.map(
    ({ name, version, identifier = 'licence as below', text: licence = 'Its package has no text of the licence.' }) =>
      `${name} ${version} (${identifier})\n\n${licence.replaceAll('\r\n', '\n').trim()}\n`,
  )
  return ['Writ contains works of others, under these licences.\n', ...parts].join(`\n${'-'.repeat(72)}\n\n`)
}

/**
 * CycloneDX 1.6 without what would differ from one build to the next: a serial number, a time, a path.
 *
 * @param {Work[]} works
 * @param {string} version Writ's
 * @param {Map<string, string>} digests SHA-512, hexadecimal, by `name@version`
 */
function billOfMaterials(works, version, digests) {
  const writ = `pkg:generic/writ@${version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': writ, name: 'writ', version, licenses: licence('MIT') } },
    components: works.map((work) => {
      const digest = digests.get(`${work.name}@${work.version}`)
      return {
        type: 'library',
        'bom-ref': purl(work),
        name: work.name,
        version: work.version,
        ...(work.identifier ? { licenses: licence(work.identifier) } : {}),
        ...(digest ? { hashes: [{ alg: 'SHA-512', content: digest }] } : {}),
        purl: purl(work),
      }
    }),
    dependencies: [{ ref: writ, dependsOn: works.map(purl) }],
  }
}

/** An expression, which an identifier alone is, too: `MIT`, `MIT OR Apache-2.0`. @param {string} expression */
function licence(expression) {
  return [{ expression }]
}

/** @param {Pick<Work, 'name' | 'version'>} work */
function purl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

/** @param {Uint8Array | undefined} lock @returns {Map<string, string>} */
function sums(lock) {
  /** @type {Record<string, { version?: string, integrity?: string }>} */
  const installed = lock ? JSON.parse(text(lock)).packages : {}
  return new Map(
    Object.entries(installed).flatMap(([path, { version, integrity = '' }]) => {
      const [, digest] = /^sha512-(\S+)/.exec(integrity) ?? []
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return digest ? [[`${name}@${version}`, Buffer.from(digest, 'base64').toString('hex')]] : []
    }),
  )
}

/** @param {Uint8Array | undefined} data */
function text(data) {
  return Buffer.from(data ?? []).toString()
}
