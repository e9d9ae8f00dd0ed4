import { mkdirSync, writeFileSync } from 'node:fs'
import { installBrowsers, installPackages, build, script } from './install.mjs'

/**
 * `npm run bench`: ratios within one run, medians of alternating measurements; absolute times are this machine's.
 * `--quick` leaves the million names out.
 */
await script(async () => {
  installPackages()
  installBrowsers(['chromium', 'firefox'])
  build()
  build('bench')
  const { applying, blockedPage, lookup, navigation, wakes } = await import('../bench/measurements.mjs')
  const sizes = process.argv.includes('--quick') ? [100_000] : [100_000, 1_000_000]
  /** @type {import('../bench/measurements.mjs').Row[]} */
  const rows = []
  rows.push(...(await lookup()))
  for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
    rows.push(...(await blockedPage(name)))
    rows.push(...(await navigation(name, sizes.at(-1) ?? 0)))
    for (const size of sizes) rows.push(...(await applying(name, size)))
    rows.push(...(await wakes(name, sizes.at(-1) ?? 0)))
  }
  console.table(rows)
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/bench.json', JSON.stringify({ node: process.version, rows }, null, 2))
  if (rows.some(({ within }) => within === 'no')) process.exitCode = 1
})
