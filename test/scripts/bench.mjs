import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { installBrowsers, installPackages, build, script } from './install.mjs'

/**
 * `npm run bench`: ratios within one run, medians of alternating measurements; absolute times are this machine's.
 * `--quick` leaves the million names out; names of parts measure these alone. A bound that is missed by more than 10 % fails it,
 * and so does a part, which ends it.
 */
await script(async () => {
  const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' } } })
  installPackages()
  const [{ parts }, { closeAll }, { isTooMuch }] = await Promise.all([
    import('../bench/parts.mjs'),
    import('../bench/opened.mjs'),
    import('../bench/rows.mjs'),
  ])
  const unknown = names.filter((name) => !parts.has(name))
  if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}: there are ${[...parts.keys()].join(', ')}`)
  installBrowsers(['chromium', 'firefox'])
  build()
  build('bench')
  const sizes = values.quick ? [100_000] : [100_000, 1_000_000]
  /** @type {import('../bench/rows.mjs').Row[]} */
  const rows = []
  try {
    for (const [name, measure] of parts)
      if (names.length === 0 || names.includes(name)) {
        console.log(`> ${name}`)
        rows.push(...(await measure(sizes)))
      }
  } finally {
    await closeAll()
    console.table(rows, ['what', 'measured', 'against', 'ratio', 'bound', 'within'])
    mkdirSync('test-results', { recursive: true })
    writeFileSync('test-results/bench.json', JSON.stringify({ node: process.version, rows }, null, 2))
  }
  if (isTooMuch(rows)) process.exitCode = 1
})
