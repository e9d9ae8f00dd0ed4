import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { installPackages, script } from './install.mjs'

/** Seeds that ever failed: the tests draw by each of them, whole, at every run. */
const kept = 'test/fixtures/fuzz-seeds.json'

/**
 * `npm run fuzz -- --minutes N`: the tests of `test/unit/fuzz` and of each importer, as `npm test` runs them, by one seed after another until the time is over (1
 * minute by default, at least one seed). It ends at the first seed that fails, and keeps it.
 */
await script(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' } } })
  const minutes = Number(values.minutes)
  if (!(minutes > 0)) throw new Error('--minutes must be a number above 0')
  installPackages()
  const first = Math.floor(Date.now() / 1000)
  let seed = first
  do {
    console.log(`seed ${seed}`)
    if (!holds(seed)) {
      keep(seed)
      throw new Error(
        `Seed ${seed} failed; it is kept in ${kept}. Again: SEED=${seed} npm test -- --project unit test/unit/fuzz`,
      )
    }
    seed++
  } while (Date.now() < (first + minutes * 60) * 1000)
  console.log(`${seed - first} seeds, 0 failed`)
})

/** @param {number} seed */
function holds(seed) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/unit/fuzz', 'test/unit/import/fuzz.test.ts'],
    { stdio: 'inherit', env: { ...process.env, SEED: String(seed) } },
  )
  return status === 0
}

/** @param {number} seed */
function keep(seed) {
  const seeds = new Set(JSON.parse(readFileSync(kept, 'utf8')))
  writeFileSync(kept, `${JSON.stringify([...seeds, seed])}\n`)
}
