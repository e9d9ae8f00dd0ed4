import { browserWords } from '../platform/words.ts'
import { pages } from '../platform/addresses.ts'
import { browser } from '../platform/browser.ts'
import { explainUrl } from '../store/explaining.ts'

/** Ways to ask whether an order covers a name without visiting it: the menu of a link, and a keyword in the address bar. */

const menu = 'is-covered'

/** Puts the entry into the menu of links. Browsers keep it: to be called when the extension is installed or updated. */
export async function addToMenu(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id: menu, title: browserWords().say('menuCovered'), contexts: ['link'] })
}

export function answerMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl = '' }) => {
    if (menuItemId === menu) void browser.tabs.create({ url: answerFor(linkUrl) })
  })
}

/** A browser without an address bar that takes keywords has none of this. */
export function answerKeyword(): void {
  const { omnibox } = browser
  omnibox?.onInputStarted.addListener(() =>
    omnibox.setDefaultSuggestion({ description: browserWords().say('keywordAsks') }),
  )
  omnibox?.onInputChanged.addListener((text) => void explained(text).then((said) => omnibox.setDefaultSuggestion(said)))
  omnibox?.onInputEntered.addListener((text, place) => {
    const url = answerFor(text)
    if (place === 'currentTab') void browser.tabs.update({ url })
    else void browser.tabs.create({ url, active: place === 'newForegroundTab' })
  })
}

/** The orders that cover or name it, in the options: what holds in law, and what is done here. */
function answerFor(asked: string): string {
  return `${pages.options}#orders?${new URLSearchParams({ search: asked.trim() }).toString()}`
}

async function explained(asked: string): Promise<{ description: string }> {
  const { say, count, text } = browserWords()
  const explanation = await explainUrl(asked.trim()).catch(() => undefined)
  const host = explanation?.query.host ?? ''
  if (!explanation || !host.includes('.')) return { description: say('keywordAsks') }
  const titles = explanation.orders.map(({ record }) => text(record.order.title))
  if (titles.length === 0) return { description: plain(say('keywordNone', host)) }
  return { description: plain(count('keywordCovered', titles.length, host, titles.slice(0, 3).join(', '))) }
}

/** Chromium reads a description as XML. */
function plain(text: string): string {
  return text.replaceAll(/[<>&"']/g, ' ')
}
