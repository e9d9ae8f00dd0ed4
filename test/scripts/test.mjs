import { spawnSync } from 'node:child_process'
import { build, installBrowsers, installPackages, installServers, script } from './install.mjs'

/**
 * `npm test`: from a fresh clone to every test's result; a tenth of what is long by nature. `npm run test:deep`: all of that,
 * and nothing else. Other arguments go to vitest.
 */
await script(async () => {
  const given = process.argv.slice(2)
  const deep = given.includes('--deep')
  const long = deep ? ['--tags-filter=long', '--reporter=default', '--reporter=./test/deep/table.ts'] : []
  installPackages()
  installBrowsers(['chromium', 'firefox'])
  installServers()
  build()
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...long, ...given.filter((argument) => argument !== '--deep')],
    { stdio: 'inherit', env: { ...process.env, ...(deep ? { DEEP: '1' } : {}) } },
  )
  process.exitCode = status ?? 1
})
