import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { findBrowser } from '../harness/find-browser.mjs'
import { findProgram, servers } from '../harness/find-program.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** @param {string} program @param {string[]} args */
function run(program, args) {
  console.log(`> ${program} ${args.join(' ')}`)
  execFileSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}

/** Installs the packages of the lock file, unless they are there. */
export function installPackages() {
  const installed = 'node_modules/.package-lock.json'
  const current = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
  if (!current) run(npm, ['ci', '--no-audit', '--no-fund'])
}

/**
 * Makes sure that the browsers are there: on Debian, as root, their packages are installed; elsewhere it says what to
 * install.
 *
 * @param {import('../harness/find-browser.mjs').BrowserName[]} names
 */
export function installBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === undefined)
  if (missing.length === 0) return
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    const wanted = missing.map((name) => `${name} (or set ${name.toUpperCase()} to the path of one)`).join(' and ')
    throw new Error(`Please install ${wanted}. On Debian: apt-get install chromium firefox-esr`)
  }
  const packages = missing.map((name) => (name === 'firefox' ? 'firefox-esr' : name))
  run('apt-get', ['update', '-q'])
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages, 'fonts-dejavu-core'])
}

/**
 * Installs the servers that exported files are tried with, on Debian as root; none of them is started. Elsewhere it says
 * which are not tried.
 */
export function installServers() {
  const missing = Object.entries(servers).filter(([program]) => findProgram(program) === undefined)
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name)
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.log(`Not tried here: ${packages.join(', ')}. On Debian: apt-get install ${packages.join(' ')}`)
    return
  }
  run('apt-get', ['update', '-q'])
  withoutStarting(() => run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]))
}

/** Debian starts a server as soon as it is installed, unless this file forbids it. @param {() => void} install */
function withoutStarting(install) {
  const policy = '/usr/sbin/policy-rc.d'
  const isOurs = !existsSync(policy)
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    install()
  } catch (error) {
    console.log(`Not tried here: ${error instanceof Error ? error.message : error}`)
  } finally {
    if (isOurs) rmSync(policy)
  }
}

/** All three builds, or only that of a mode. @param {'bench'} [mode] */
export function build(mode) {
  run(npm, mode ? ['exec', '--', 'vite', 'build', '--mode', mode] : ['run', '--silent', 'build'])
}

/** Runs `main` and turns a failure into one line and exit code 1. @param {() => Promise<void>} main */
export async function script(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
