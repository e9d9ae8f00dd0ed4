import { spawnSync } from 'node:child_process'
import { build, installBrowsers, installPackages, script } from './install.mjs'

/** `npm test`: from a fresh clone to every test's result. Arguments go to vitest. */
await script(async () => {
  installPackages()
  installBrowsers(['chromium', 'firefox'])
  build()
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
})
