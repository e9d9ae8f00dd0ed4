import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { bounded, median, row } from './rows.mjs'

const rounds = 3
const few = 10_000

/**
 * A list against `writ check` of the same names, a table against the library alone and `sort -u`, and how the time of a name grows
 * with their number.
 *
 * @param {number} many
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function importing(many) {
  const core = await import(new URL('../../dist/bench/core.js', import.meta.url).href)
  const names = namesOf(many)
  const plain = `${names.join('\n')}\n`
  const table = `domain,added\n${names.map((name) => `${name},2020-01-31`).join('\n')}\n`
  const start = `${names.slice(0, few).join('\n')}\n`
  const document = orderText({ targets: names })
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text)
  const folder = mkdtempSync(join(tmpdir(), 'writ-import-'))
  const file = join(folder, 'names.txt')
  writeFileSync(file, plain)
  const times = { plain: [], table: [], check: [], bare: [], sort: [], few: [] }
  const note = (/** @type {keyof typeof times} */ of, /** @type {number} */ ms) =>
    /** @type {number[]} */ (times[of]).push(ms)
  // As often as makes the same number of names, warm.
  for (let at = 0; at < 20; at++) core.measureImport(bytes(start), few)
  for (let round = 0; round < rounds; round++) {
    note('check', core.measureCheck(document))
    note('plain', core.measureImport(bytes(plain), many))
    note('table', core.measureImport(bytes(table), many))
    note('bare', core.measureBareTable(table))
    note('sort', sorted(file))
    for (let at = 0; at < many / few / rounds; at++) note('few', core.measureImport(bytes(start), few))
  }
  const ms = (/** @type {keyof typeof times} */ of) => median(times[of])
  const megabytes = memoryOf(file)
  rmSync(folder, { recursive: true })
  const count = many.toLocaleString('en')
  return [
    row(`a list of ${count} names, against writ check`, ms('plain'), ms('check'), 2),
    row(`a table of ${count} rows, against writ check`, ms('table'), ms('check'), 3),
    row(`a table of ${count} rows, against papaparse alone`, ms('table'), ms('bare')),
    row(`a list of ${count} names, against sort -u`, ms('plain'), ms('sort')),
    row(`a name of ${count}, against one of ${few.toLocaleString('en')}`, ms('plain') / (many / few), ms('few'), 1.3),
    ...(megabytes === undefined ? [] : [bounded(`writ import of ${count} names, at most`, megabytes, 450, 'MB')]),
  ]
}

/** @param {string} file */
function sorted(file) {
  const start = performance.now()
  spawnSync('sort', ['-u', '-o', `${file}.sorted`, file])
  return performance.now() - start
}

/** The most memory that the command line takes. @param {string} file */
function memoryOf(file) {
  const tell = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS '+process.resourceUsage().maxRSS))`
  const { stderr } = spawnSync(process.execPath, ['--import', tell, 'dist/cli/writ.js', 'import', file], {
    encoding: 'utf8',
  })
  const [, kilobytes] = /maxRSS (\d+)/.exec(stderr) ?? []
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}
