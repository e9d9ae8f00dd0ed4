import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'
import { findBrowser } from '../../scripts/browsers.mjs'
import { Bidi } from './bidi.ts'
import type { Driver, LaunchOptions, Tab } from './driver.ts'
import type { PolicyDirectory } from './policy.ts'
import { until, within } from './wait.ts'

/** Pinned, so that a relaunch on the same profile finds the same page addresses. */
const UUID = '5f3c1a54-6d0e-4d6b-9a57-1f7a6a2f9c11'

/** WebDriver's code points for keys without a character. */
const KEYS: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

interface Context {
  context: string
  url: string
  originalOpener?: string | null
}

/**
 * Firefox over raw WebDriver BiDi: puppeteer's own client cannot wait on extension pages. The browser's chrome scope
 * (`--remote-allow-system-access`) gives what BiDi has no command for.
 */
export async function startFirefox(
  options: LaunchOptions & { profile: string },
  policy: PolicyDirectory | undefined,
  fresh: boolean,
): Promise<Driver> {
  const manifest = JSON.parse(readFileSync(join(options.extension, 'manifest.json'), 'utf8'))
  const id: string = manifest.browser_specific_settings.gecko.id
  policy?.write(id, options.policy, options.browserPolicies)
  writePreferences(options, id)
  const executable = findBrowser('firefox')
  if (!executable) throw new Error('No Firefox: set FIREFOX to its path')
  const headless = options.headless === false ? [] : ['--headless']
  const child = spawn(
    policy ? policy.wrap(executable) : executable,
    [
      '--profile',
      options.profile,
      '--no-remote',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      ...headless,
      ...(options.extraArgs ?? []),
    ],
    { detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  void exited.then(() => process.off('exit', endWithUs))
  const address = await within(
    60_000,
    'Firefox starts',
    new Promise<string>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-4_000)
        const listening = /WebDriver BiDi listening on (ws:\S+)/.exec(said)
        if (listening?.[1]) resolve(listening[1])
      })
      child.once('error', reject)
      void exited.then(() => reject(new Error(`Firefox ended at its start: ${said}`)))
    }),
  )
  const bidi = await Bidi.connect(address)
  const inChrome = async (expression: string): Promise<string> => {
    const { contexts } = await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const window = contexts.find((context) => context.url.endsWith('browser.xhtml'))
    if (!window) throw new Error('Firefox has no window')
    return bidi.evaluate(window.context, expression)
  }
  await until('Firefox shows a window', () => inChrome('"yes"'))
  if (options.lang === 'fr') {
    await inChrome("Services.locale.availableLocales = ['fr', 'en-US']; Services.locale.requestedLocales = ['fr']; ''")
  }
  if (fresh) {
    if (options.privateWindows) await inChrome(allowPrivateWindows(id))
    const path = join(options.profile, 'extension.xpi')
    writeFileSync(path, zipDirectory(options.extension))
    await bidi.send('webExtension.install', { extensionData: { type: 'archivePath', path }, 'moz:permanent': true })
  }
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(id)})?.extension`
  await until('the extension runs', async () => (await inChrome(`String(${extension}?.backgroundState)`)) !== 'undefined')

  return {
    name: 'firefox',
    process: { pid: child.pid as number, exited },
    extensionOrigin: `moz-extension://${UUID}/`,
    async newTab({ private: inPrivate = false } = {}) {
      if (inPrivate) return new FirefoxTab(bidi, await openPrivateWindow(bidi, inChrome))
      const { context } = await bidi.send<Context>('browsingContext.create', { type: 'tab', background: true })
      return new FirefoxTab(bidi, context)
    },
    async evaluateInBackground() {
      return undefined
    },
    async backgroundIsRunning() {
      return (await inChrome(`String(${extension}?.backgroundState)`)) === 'running'
    },
    async stopBackground() {
      await inChrome(
        `${extension}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => '')`,
      )
    },
    async close() {
      await within(5_000, 'Firefox closes', bidi.send('browser.close')).catch(() => undefined)
      await within(15_000, 'Firefox ends', exited).catch(() => child.kill('SIGKILL'))
      bidi.close()
    },
  }
}

class FirefoxTab implements Tab {
  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
  ) {}

  evaluate(expression: string): Promise<string> {
    return this.bidi.evaluate(this.context, expression)
  }

  navigate(url: string): Promise<unknown> {
    return this.send('navigate', { url, wait: 'none' })
  }

  reload(): Promise<unknown> {
    return this.send('reload', { wait: 'none' })
  }

  traverse(delta: number): Promise<unknown> {
    return this.send('traverseHistory', { delta })
  }

  activate(): Promise<unknown> {
    return this.send('activate')
  }

  clickAt(x: number, y: number): Promise<unknown> {
    return this.act('pointer', [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ])
  }

  press(key: string): Promise<unknown> {
    const value = KEYS[key] ?? key
    return this.act('key', [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
  }

  resize(width: number, height: number): Promise<unknown> {
    return this.send('setViewport', { viewport: { width, height } })
  }

  async screenshot(): Promise<Uint8Array> {
    const { data } = await this.send<{ data: string }>('captureScreenshot', { origin: 'document' })
    return Buffer.from(data, 'base64')
  }

  close(): Promise<unknown> {
    return this.send('close')
  }

  private send<T>(command: string, params: object = {}): Promise<T> {
    return this.bidi.send<T>(`browsingContext.${command}`, { context: this.context, ...params })
  }

  private act(type: 'pointer' | 'key', actions: object[]): Promise<unknown> {
    return this.bidi.send('input.performActions', { context: this.context, actions: [{ type, id: type, actions }] })
  }
}

function writePreferences(options: LaunchOptions & { profile: string }, id: string): void {
  const port = options.internet?.port
  const proxy =
    port === undefined
      ? {}
      : {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': port,
          'network.proxy.no_proxies_on': '',
          'network.proxy.allow_hijacking_localhost': true,
        }
  const preferences = {
    ...proxy,
    'xpinstall.signatures.required': false,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.startup.page': 0,
    'browser.newtabpage.enabled': false,
    'browser.sessionstore.resume_from_crash': false,
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.tabs.warnOnClose': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'services.settings.server': 'data:,',
    'intl.accept_languages': options.lang === 'fr' ? 'fr, en' : 'en-US, en',
    ...options.prefs,
  }
  mkdirSync(options.profile, { recursive: true })
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(options.profile, 'user.js'), lines.join(''))
}

function allowPrivateWindows(id: string): string {
  return `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
    .ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }).then(() => '')`
}

async function openPrivateWindow(bidi: Bidi, inChrome: (expression: string) => Promise<string>): Promise<string> {
  const tabs = async (): Promise<string[]> =>
    (await bidi.send<{ contexts: Context[] }>('browsingContext.getTree')).contexts.map(({ context }) => context)
  const before = new Set(await tabs())
  await inChrome("OpenBrowserWindow({ private: true }); ''")
  return until('a private window opens', async () => (await tabs()).find((context) => !before.has(context)))
}

function zipDirectory(directory: string): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const path = join(directory, name)
    if (statSync(path).isFile()) files[relative(directory, path).replaceAll('\\', '/')] = readFileSync(path)
  }
  return zipSync(files, { level: 1 })
}
