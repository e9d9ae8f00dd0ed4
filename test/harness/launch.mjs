import {
  cpSync,
  existsSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  readFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import puppeteer from 'puppeteer-core'
import { extensionId } from '../scripts/packaging/crx.mjs'
import { findBrowser } from './find-browser.mjs'

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'))
/** The extension's, in Firefox. @type {string} */
export const firefoxId = manifest.browser_specific_settings.gecko.id
/** Any: Firefox draws one for each installation, unless a preference says it. */
const firefoxUuid = '6d4c3d1e-1a55-4c5c-9f4e-1d1f2f3a4b5c'
export const chromiumId = extensionId(Buffer.from(manifest.key, 'base64'))

/**
 * A real browser with the extension in it.
 *
 * @typedef {object} LaunchOptions
 * @property {import('./internet.mjs').Internet} [internet] where every host is; without it the real network is used
 * @property {string} [profile] a folder to go on with; else a new one, removed at the end
 * @property {string | undefined} [usedProfile] what a new one is a copy of
 * @property {Record<string, unknown>} [managed] the managed settings; may be changed by `setManaged`
 * @property {{ policies: string, id: string }} [deployed] installed by these policies alone, under this id in Chromium
 * @property {string} [bound] a folder that the browser takes for that of its policies, whatever lies in it
 * @property {string[]} [args] more of the browser's own arguments
 * @property {string} [language] of the browser's interface
 * @property {boolean} [headless]
 * @property {string} [startUrl] opened by the browser itself at its start
 * @property {Record<string, unknown>} [manifest] changes to the extension's manifest
 * @property {boolean} [privateWindows] Chromium in a private window, the extension allowed there
 * @property {Record<string, string>} [files] more files in the extension, by path
 * @property {false} [extension] none at all
 * @property {Record<string, string | number | boolean>} [preferences] Firefox's
 *
 * @param {import('./find-browser.mjs').BrowserName} name
 * @param {LaunchOptions} [options]
 */
export async function launch(name, options = {}) {
  const executable = findBrowser(name)
  if (!executable) throw new Error(`no ${name} was found: set ${name.toUpperCase()} to its path`)
  const own = mkdtempSync(join(tmpdir(), 'writ-'))
  const profile = options.profile ?? join(own, 'profile')
  if (options.usedProfile && !existsSync(profile)) cpSync(options.usedProfile, profile, { recursive: true })
  mkdirSync(profile, { recursive: true })
  const policies = join(own, 'policies')
  const bound = options.deployed?.policies ?? options.bound ?? (options.managed ? policies : undefined)
  const path = bound === undefined ? executable : underPolicies(name, executable, own, bound)
  const setManaged = (/** @type {Record<string, unknown>} */ managed) => writePolicy(name, policies, managed)
  if (options.managed) setManaged(options.managed)

  const extension = extensionFor(name, own, options)
  const browser = await (name === 'chromium' ? launchChromium : launchFirefox)(path, profile, options)
  const id = options.deployed?.id ?? (await install(browser, extension, options))
  const origin = name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${firefoxUuid}`

  /** @param {string} url */
  async function open(url) {
    const page = await browser.newPage()
    await visit(page, url)
    return page
  }

  return {
    name,
    browser,
    profile,
    origin,
    setManaged,
    /** Opens an address in a new tab and waits until something can be read there. */
    open,
    /** One of the extension's own pages: `popup`, `options`, `welcome`, `blocked`. @param {string} page */
    openOwn: (page, suffix = '') => open(`${origin}/extension/pages/${page}/index.html${suffix}`),
    /** Takes the extension away from the running browser, with all that it has stored. */
    uninstall: () => browser.uninstallExtension(name === 'chromium' ? id : firefoxId),
    /** Puts it back; with other files, when some are given. @param {LaunchOptions['files']} [files] */
    install: (files) => install(browser, files ? extensionFor(name, own, { ...options, files }) : extension, options),
    /** As a crash would: nothing is saved. */
    async kill() {
      const process = browser.process()
      const gone = new Promise((done) => process?.once('exit', done))
      process?.kill('SIGKILL')
      await gone
    },
    async close() {
      await Promise.race([browser.close().catch(() => undefined), wait(5000)])
      browser.process()?.kill('SIGKILL')
      rmSync(own, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} path
 * @param {LaunchOptions} options
 * @returns {Promise<string>} the extension's id
 */
async function install(browser, path, { extension, privateWindows }) {
  if (extension === false) return 'none'
  if (!privateWindows) return browser.installExtension(path)
  const session = await browser.target().createCDPSession()
  const call = /** @type {(method: string, params: object) => Promise<any>} */ (session.send.bind(session))
  return (await call('Extensions.loadUnpacked', { path, enableInIncognito: true })).id
}

/** @typedef {Awaited<ReturnType<typeof launch>>} Launched */

/**
 * Goes to an address, and waits until the tab shows something of it. A navigation that is redirected to an extension's
 * page, or is stopped, never settles in some drivers: so what the tab shows is looked at meanwhile.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} url
 */
export async function visit(page, url) {
  const before = (await shown(page)).url
  let settled = false
  void page
    .goto(url, { waitUntil: 'domcontentloaded', timeout: 10_000 })
    .catch(() => undefined)
    .finally(() => (settled = true))
  // A page without words never shows any.
  return until(page, ({ url: now, text }) => (settled || now !== before) && text !== '', 10_000)
}

/** @param {number} ms */
export function wait(ms) {
  return new Promise((done) => setTimeout(done, ms))
}

/**
 * Reads what a tab shows, in the tab: a driver's own idea of its address goes stale.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<{ url: string, text: string, title: string }>}
 */
export async function shown(page) {
  const nothing = { url: '', text: '', title: '' }
  const read = page
    .evaluate(() => ({ url: location.href, text: document.body?.innerText ?? '', title: document.title }))
    .catch(() => nothing)
  return Promise.race([read, wait(2000).then(() => nothing)])
}

/**
 * Waits until what the tab shows satisfies `is`, and gives it; after the time it gives what it shows then, so that a
 * test fails with it.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {(shown: { url: string, text: string, title: string }) => boolean} is
 */
export async function until(page, is, ms = 20_000) {
  const end = Date.now() + ms
  for (;;) {
    const now = await shown(page)
    if (is(now) || Date.now() > end) return now
    await wait(50)
  }
}

/**
 * Clicks as a person does: in the tab in front, with the mouse.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} selector
 */
export async function press(page, selector) {
  await page.waitForSelector(selector)
  // A new installation brings its welcome page to the front at its own time; a page that is not seen takes no click.
  do await page.bringToFront()
  while (!(await staysInFront(page)))
  await page.click(selector)
}

/**
 * Closes a tab. The driver waits for ever for the end of one that a navigation is just moving to another process: it is
 * given a moment, and ends with the browser.
 *
 * @param {import('puppeteer-core').Page} page
 */
export async function closeTab(page) {
  await Promise.race([page.close().catch(() => undefined), wait(2000)])
}

/** @param {import('puppeteer-core').Page} page */
async function staysInFront(page) {
  await wait(300)
  return page.evaluate(() => document.visibilityState === 'visible')
}

/** @param {string} path @param {string} profile @param {LaunchOptions} options */
function launchChromium(path, profile, { internet, language, headless = true, startUrl, privateWindows, args = [] }) {
  return puppeteer.launch({
    executablePath: path,
    headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    // Shorter than a test's time: a call that hangs then fails by its own name.
    protocolTimeout: 60_000,
    defaultViewport: null,
    // A driver's default, which would keep policies from installing extensions.
    ignoreDefaultArgs: ['--disable-background-networking'],
    env: { ...process.env, ...(language ? { LANGUAGE: language, LANG: `${language}.UTF-8` } : {}) },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(internet ? [`--host-resolver-rules=MAP * 127.0.0.1:${internet.port}`, '--ignore-certificate-errors'] : []),
      ...(internet ? ['--disable-features=HttpsUpgrades'] : []),
      ...(language ? [`--lang=${language}`] : []),
      ...(privateWindows ? ['--incognito'] : []),
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--window-size=1100,900',
      ...args,
      ...(startUrl ? [startUrl] : []),
    ],
  })
}

/** @param {string} path @param {string} profile @param {LaunchOptions} options */
function launchFirefox(
  path,
  profile,
  { internet, language, headless = true, startUrl, deployed, args = [], preferences },
) {
  const proxy = internet
    ? {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': internet.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': internet.port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      }
    : {}
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless,
    userDataDir: profile,
    acceptInsecureCerts: true,
    // Shorter than a test's time: a call that hangs then fails by its own name.
    protocolTimeout: 60_000,
    defaultViewport: null,
    args: ['--remote-allow-system-access', '--width=1100', '--height=900', ...args, ...(startUrl ? [startUrl] : [])],
    extraPrefsFirefox: {
      ...proxy,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxUuid }),
      'dom.security.https_first': false,
      'browser.startup.homepage_override.mstone': 'ignore',
      // Where policies install the extension, they say this too.
      ...(deployed ? {} : { 'xpinstall.signatures.required': false }),
      ...(language ? { 'intl.locale.requested': language } : {}),
      ...preferences,
    },
  })
}

/**
 * The build, or a copy of it with another manifest.
 *
 * @param {import('./find-browser.mjs').BrowserName} name
 * @param {string} own
 * @param {LaunchOptions} options
 */
function extensionFor(name, own, { manifest: changes, files }) {
  const built = resolve(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`)
  if (!changes && !files) return built
  const copy = mkdtempSync(join(own, 'extension-'))
  cpSync(built, copy, { recursive: true })
  const its = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'))
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...its, ...changes }))
  for (const [path, text] of Object.entries(files ?? {})) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  return copy
}

const policyFolder = { chromium: '/etc/chromium/policies/managed', firefox: '/etc/firefox/policies' }

/**
 * A program that starts the browser in a mount namespace of its own, where its policy folder is ours: the machine's
 * policies are not touched, and browsers side by side have each their own.
 *
 * @param {import('./find-browser.mjs').BrowserName} name
 */
function underPolicies(
  name,
  /** @type {string} */ executable,
  /** @type {string} */ own,
  /** @type {string} */ policies,
) {
  mkdirSync(policies, { recursive: true })
  mkdirSync(policyFolder[name], { recursive: true })
  const program = join(own, `${name}.sh`)
  const mounting = `mount --bind '${policies}' '${policyFolder[name]}' && exec '${executable}' "$@"`
  writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${mounting.replaceAll("'", `'"'"'`)}' sh "$@"\n`)
  chmodSync(program, 0o755)
  return program
}

/** Written beside and renamed, so that a browser never reads half of it. */
function writePolicy(
  /** @type {import('./find-browser.mjs').BrowserName} */ name,
  /** @type {string} */ policies,
  /** @type {Record<string, unknown>} */ managed,
) {
  const [file, policy] =
    name === 'chromium'
      ? ['settings.json', { '3rdparty': { extensions: { [chromiumId]: managed } }, DeveloperToolsAvailability: 1 }]
      : ['policies.json', { policies: { '3rdparty': { Extensions: { [firefoxId]: managed } } } }]
  writeFileSync(join(policies, `.${file}`), JSON.stringify(policy))
  renameSync(join(policies, `.${file}`), join(policies, file))
}
