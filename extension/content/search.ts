import { withoutFinalDot } from '../../src/order/final-dot.ts'
import { browser } from '../platform/browser.ts'
import { hideResults } from './hide-results.ts'
import { hold } from './hold.ts'
import type { SearchFilter } from '../../src/enforcement/search-filter.ts'
import { publishedArea, publishedKey } from '../messages/published.ts'
import type { AskFilter } from '../messages/search.ts'
import { answerPopup } from './report-hidden.ts'

declare global {
  /** Whether this version's script has begun on this page. */
  var writRuns: boolean | undefined
}

let stop: (() => void) | undefined

// A page that was open before an update is given the script once more than it may need.
if (!globalThis.writRuns) start()

function start(): void {
  globalThis.writRuns = true
  // No result is seen until it is known what to hide. It lasts no longer than it must: pages' own scripts see it, too, and
  // some write another page while nothing there is visible.
  const letGo = hold()
  const reading = read()
  browser.storage[publishedArea].onChanged.addListener((changes) => {
    if (publishedKey in changes) begin(changes[publishedKey]!.newValue as SearchFilter | undefined)
  })
  // The popup can wait, the page cannot.
  void reading.then(begin).finally(letGo).finally(answerPopup)
}

async function read(): Promise<SearchFilter | undefined> {
  const stored = await browser.storage[publishedArea].get(publishedKey).catch(() => undefined)
  // A browser that has just started may show the page before the background has published anything.
  return (stored?.[publishedKey] as SearchFilter | undefined) ?? ask()
}

async function ask(): Promise<SearchFilter | undefined> {
  const message: AskFilter = { search: 'filter' }
  const answer: unknown = await browser.runtime.sendMessage(message).catch(() => undefined)
  return (answer as SearchFilter | null | undefined) ?? undefined
}

function begin(published: SearchFilter | undefined): void {
  stop?.()
  stop = published && isOn(published) ? hideResults(writEngine, published.filter) : undefined
}

function isOn({ engines, instances }: SearchFilter): boolean {
  return (
    engines.includes(writEngine.id) &&
    (writEngine.hosts.length > 0 || instances.includes(withoutFinalDot(location.hostname)))
  )
}
