import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type BrowserContext, type CDPSession, type KeyInput, type Page } from 'puppeteer-core'
import { findBrowser } from '../../scripts/browsers.mjs'
import type { Driver, LaunchOptions, Tab } from './driver.ts'
import { packForPolicy } from './packed.ts'
import type { PolicyDirectory } from './policy.ts'
import { until, within } from './wait.ts'

export async function startChromium(
  options: LaunchOptions & { profile: string },
  policy: PolicyDirectory | undefined,
): Promise<Driver> {
  const executable = findBrowser('chromium')
  if (!executable) throw new Error('No Chromium: set CHROMIUM to its path')
  const packed = options.packed ? await packForPolicy(options.extension, `${options.profile}.packed`) : undefined
  const id = packed?.id ?? idOfKey(options.extension)
  policy?.write(id, options.policy, { ...options.browserPolicies, ...packed?.policies })
  const browser = await puppeteer.launch({
    executablePath: policy ? policy.wrap(executable) : executable,
    pipe: true,
    enableExtensions: true,
    headless: options.headless !== false,
    userDataDir: options.profile,
    defaultViewport: null,
    // Kept out: it stops installation by policy and the connections that prediction makes.
    ignoreDefaultArgs: ['--disable-background-networking', ...(options.headless === false ? ['--enable-automation'] : [])],
    args: [...chromiumArgs(options), ...(options.extraArgs ?? [])],
    env: { ...process.env, ...(options.lang && { LANGUAGE: options.lang, LC_ALL: `${options.lang}.UTF-8` }) },
  })
  const child = browser.process()
  if (!child) throw new Error('Chromium has no process')
  const exited = new Promise<void>((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))
  const session = await browser.target().createCDPSession()
  if (!packed) {
    await session.send('Extensions.loadUnpacked', {
      path: options.extension,
      enableInIncognito: options.privateWindows ?? false,
    })
  }
  const extensionOrigin = `chrome-extension://${id}/`
  let privateContext: BrowserContext | undefined
  const worker = async () => {
    const { targetInfos } = await session.send('Target.getTargets')
    return targetInfos.find((target) => target.type === 'service_worker' && target.url.startsWith(extensionOrigin))
  }
  if (packed) await until('the policy installs the extension', worker, 40_000)

  return {
    name: 'chromium',
    process: { pid: child.pid as number, exited },
    extensionOrigin,
    async newTab({ private: inPrivate = false } = {}) {
      if (inPrivate) privateContext ??= await browser.createBrowserContext()
      return ChromiumTab.of(await (inPrivate && privateContext ? privateContext : browser).newPage())
    },
    async evaluateInBackground(expression) {
      const target = browser
        .targets()
        .find((candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(extensionOrigin))
      if (!target || !(await worker())) return undefined
      // Detached again at once: a worker with a debugger never goes to sleep.
      const inWorker = await target.createCDPSession()
      try {
        const answer = await within(
          20_000,
          'evaluate in the worker',
          inWorker.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
        )
        return String(answer.result.value)
      } finally {
        await inWorker.detach().catch(() => undefined)
      }
    },
    async backgroundIsRunning() {
      return (await worker()) !== undefined
    },
    async stopBackground() {
      const target = await worker()
      if (target) await session.send('Target.closeTarget', { targetId: target.targetId })
      await until('the worker stops', async () => (await worker()) === undefined)
    },
    close: () => closeChromium(browser, exited),
  }
}

class ChromiumTab implements Tab {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<ChromiumTab> {
    return new ChromiumTab(page, await page.createCDPSession())
  }

  async evaluate(expression: string): Promise<string> {
    const answer = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text)
    return String(answer.result.value)
  }

  navigate(url: string): Promise<unknown> {
    return this.session.send('Page.navigate', { url, transitionType: 'typed' })
  }

  reload(): Promise<unknown> {
    return this.session.send('Page.reload')
  }

  async traverse(delta: number): Promise<unknown> {
    const { entries, currentIndex } = await this.session.send('Page.getNavigationHistory')
    const entry = entries[currentIndex + delta]
    return entry && this.session.send('Page.navigateToHistoryEntry', { entryId: entry.id })
  }

  activate(): Promise<unknown> {
    return this.session.send('Page.bringToFront')
  }

  clickAt(x: number, y: number): Promise<unknown> {
    return this.page.mouse.click(x, y)
  }

  press(key: string): Promise<unknown> {
    return this.page.keyboard.press(key as KeyInput)
  }

  resize(width: number, height: number): Promise<unknown> {
    return this.page.setViewport({ width, height })
  }

  screenshot(): Promise<Uint8Array> {
    return this.page.screenshot({ fullPage: true })
  }

  close(): Promise<unknown> {
    return this.page.close()
  }
}

function chromiumArgs(options: LaunchOptions): string[] {
  const args = ['--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable', '--disable-component-update']
  if (process.platform === 'linux' && (process.getuid?.() === 0 || options.policy || options.browserPolicies)) {
    args.push('--no-sandbox')
  }
  if (options.lang) args.push(`--lang=${options.lang}`, `--accept-lang=${options.lang}`)
  if (options.internet) {
    args.push(
      `--host-resolver-rules=MAP * 127.0.0.1:${options.internet.port}`,
      '--no-proxy-server',
      '--ignore-certificate-errors',
    )
  }
  return args
}

async function closeChromium(browser: Browser, exited: Promise<void>): Promise<void> {
  await within(10_000, 'Chromium closes', browser.close()).catch(() => undefined)
  await within(10_000, 'Chromium ends', exited).catch(() => browser.process()?.kill('SIGKILL'))
}

/** A manifest's `key` is the public key whose hash, written with the letters a to p, is the extension's id. */
function idOfKey(directory: string): string {
  const { key } = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as { key?: string }
  if (!key) throw new Error(`${directory}/manifest.json has no key: the extension's id is unknown`)
  return idOf(Buffer.from(key, 'base64'))
}

export function idOf(publicKey: Uint8Array): string {
  const hash = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
