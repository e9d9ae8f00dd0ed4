import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Tab } from './driver.ts'
import { sleep, until, within } from './wait.ts'

/** A function that runs in the page: it can use nothing from around it but its arguments, which travel as JSON. */
export type PageFunction<A extends unknown[], T> = (...args: A) => T | Promise<T>

/** An expression whose value is the JSON of what `code` gives, errors included. */
export function asExpression(code: string | ((...args: never[]) => unknown), args: unknown[] = []): string {
  const value =
    typeof code === 'string' ? `(${code})` : `(${code})(${args.map((arg) => JSON.stringify(arg) ?? 'undefined').join()})`
  return `(async () => { try { return JSON.stringify({ value: await ${value} }) } catch (error) { return JSON.stringify({ error: String(error) }) } })()`
}

export function fromExpression<T>(json: string): T {
  const answer = JSON.parse(json) as { value: T; error?: string }
  if (answer.error !== undefined) throw new Error(answer.error)
  return answer.value
}

/** One tab, driven the same way in both browsers. */
export class Page {
  constructor(
    private readonly tab: Tab,
    private readonly idOf: (page: Page) => Promise<number>,
  ) {}

  /** A function, or an expression as text; gives the value after JSON. */
  async evaluate<T = unknown, A extends unknown[] = []>(code: string | PageFunction<A, T>, ...args: A): Promise<T> {
    return fromExpression<T>(await within(20_000, 'evaluate', this.tab.evaluate(asExpression(code, args))))
  }

  /** `location.href`, which is right where a driver's own idea of the address goes stale. */
  url(): Promise<string> {
    return this.look<string>('location.href')
  }

  title(): Promise<string> {
    return this.look<string>('document.title')
  }

  /** What a person reads: the body's `innerText`. */
  text(): Promise<string> {
    return this.look<string>("document.body?.innerText ?? ''")
  }

  /** Whether the browser shows its own error page instead of the site. */
  failed(): Promise<boolean> {
    return this.look<boolean>('/^(chrome-error:|about:(neterror|certerror|blocked))/.test(document.documentURI)')
  }

  /** Waits for a text on the page and gives all of its text. */
  async waitForText(wanted: string | RegExp, ms?: number): Promise<string> {
    let seen = ''
    return until(`text ${wanted}`, async () => {
      seen = await this.text()
      return (typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen)) && seen
    }, ms).catch(async (error: unknown) => {
      throw new Error(`No text ${wanted} at ${await this.url().catch(String)}; the page says: ${seen}`, { cause: error })
    })
  }

  async waitForUrl(wanted: string | RegExp, ms?: number): Promise<string> {
    let seen = ''
    return until(`address ${wanted}`, async () => {
      seen = await this.url()
      return (typeof wanted === 'string' ? seen.startsWith(wanted) : wanted.test(seen)) && seen
    }, ms).catch((error: unknown) => {
      throw new Error(`Not at ${wanted} but at ${seen}`, { cause: error })
    })
  }

  waitFor<T>(code: string | PageFunction<[], T | undefined | false>, ms?: number): Promise<T> {
    return until<T>(String(code), () => this.look<T | undefined | false>(code), ms)
  }

  /** Goes to an address in this tab and waits until it, or what replaces it, stands still. */
  async goto(url: string): Promise<void> {
    await within(8_000, `navigate to ${url}`, this.tab.navigate(url)).catch(() => undefined)
    await this.settle(url === 'about:blank')
  }

  async reload(): Promise<void> {
    await within(8_000, 'reload', this.tab.reload()).catch(() => undefined)
    await this.settle()
  }

  async back(): Promise<void> {
    await within(8_000, 'back', this.tab.traverse(-1)).catch(() => undefined)
    await this.settle()
  }

  async forward(): Promise<void> {
    await within(8_000, 'forward', this.tab.traverse(1)).catch(() => undefined)
    await this.settle()
  }

  /** Waits until the document is complete and its address is the same at two looks. */
  async settle(blankIsRight = false): Promise<void> {
    let before = ''
    await until('page settles', async () => {
      const now = await this.look<string>("document.readyState === 'complete' && location.href", 1_500)
      const still = now !== '' && now === before && (blankIsRight || now !== 'about:blank')
      before = now || ''
      if (!still) await sleep(60)
      return still
    }, 20_000)
  }

  /** A real click, which counts as the person's own (user activation). */
  async click(selector: string): Promise<void> {
    await within(5_000, 'activate', this.tab.activate())
    const { x, y } = await this.waitFor<{ x: number; y: number }>(
      `(() => { const found = document.querySelector(${JSON.stringify(selector)}); if (!found) return false
        found.scrollIntoView({ block: 'center', behavior: 'instant' }); const box = found.getBoundingClientRect()
        return box.width > 0 && { x: box.x + box.width / 2, y: box.y + box.height / 2 } })()`,
    )
    await within(5_000, `click ${selector}`, this.tab.clickAt(x, y))
  }

  async press(key: string): Promise<void> {
    await within(5_000, 'activate', this.tab.activate())
    await within(5_000, `press ${key}`, this.tab.press(key))
  }

  /** CSS pixels of the viewport. */
  async resize(width: number, height: number): Promise<void> {
    await this.tab.resize(width, height)
  }

  activate(): Promise<unknown> {
    return within(5_000, 'activate', this.tab.activate())
  }

  /** Writes a PNG of the whole document, making the directory where it is missing. */
  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    await within(5_000, 'activate', this.tab.activate())
    await writeFile(path, await within(20_000, 'screenshot', this.tab.screenshot()))
  }

  /** The id that the extension's API gives this tab. */
  tabId(): Promise<number> {
    return this.idOf(this)
  }

  async close(): Promise<void> {
    await within(8_000, 'close', this.tab.close())
  }

  /** A short question, asked again when the page was swapped away under it. */
  private look<T>(code: string | PageFunction<[], T>, ms = 8_000): Promise<T> {
    const expression = asExpression(code)
    return until('look at the page', async () => {
      const json = await within(1_500, 'look', this.tab.evaluate(expression))
      return { answer: fromExpression<T>(json) }
    }, ms).then(({ answer }) => answer)
  }
}
