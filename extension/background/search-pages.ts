import type { OrderRecord } from '../../src/lookup/record.ts'
import { addresses, delistedBy } from '../../src/search/decide.ts'
import type { Engine } from '../../src/search/engine.ts'
import { engines } from '../../src/search/engines.ts'
import { once } from '../../src/words/once.ts'
import {
  mostUrls,
  noticeKeys,
  type Confirmed,
  type NoticeWords,
  type OrderNotice,
  type SearchMessage,
} from '../content/messages.ts'
import { browser, type Runtime } from '../platform/browser.ts'
import { explainUrl } from '../platform/explaining.ts'
import { held } from '../platform/shelf.ts'
import { onMessage } from './on-message.ts'

/**
 * Answers the script on result pages. It lives in a web page's process, so nothing it says is believed beyond its own
 * tab: it may ask about addresses, and tell a number for that tab's badge.
 */
export function answerSearchPages(): void {
  onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const tab = sender.tab?.id
    if (sender.id !== browser.runtime.id || tab === undefined || sender.frameId !== 0) return undefined
    if (!isSearchMessage(message)) return undefined
    if (message.search === 'shown') return showBadge(tab, message.results)
    const engine = engines.find(({ id }) => id === message.engine)
    return engine && confirm(message.urls, engine)
  })
}

function isSearchMessage(message: unknown): message is SearchMessage {
  if (typeof message !== 'object' || message === null || !('search' in message)) return false
  const { search, urls, results } = message as Record<string, unknown>
  if (search === 'confirm')
    return Array.isArray(urls) && urls.length <= mostUrls && urls.every((url) => typeof url === 'string')
  return search === 'shown' && Number.isSafeInteger(results)
}

async function confirm(urls: readonly string[], engine: Engine): Promise<Confirmed> {
  const { scope } = (await held()).settings
  const now = Date.now()
  const notices = new Map<string, OrderNotice>()
  const orders = await Promise.all(
    urls.map(async (url) => {
      const explanation = await explainUrl(url, now)
      const records = explanation ? delistedBy(explanation, engine, scope) : []
      for (const record of records) notices.set(record.order.id, noticeOf(record, engine))
      return records.map(({ order }) => order.id)
    }),
  )
  return { orders, notices: [...notices.values()], ...(notices.size > 0 ? { words: noticeWords() } : {}) }
}

/** Their parts are filled in on the page, which knows the numbers. */
const noticeWords = once((): NoticeWords => ({
  messages: Object.fromEntries(noticeKeys.map((key) => [key, { message: browser.i18n.getMessage(key, ['$1']) }])),
  forms: formsIn(browser.i18n.getMessage('language')),
}))

/** Few pages hide more results. */
const mostForms = 30

function formsIn(language: string): string[] {
  const rules = new Intl.PluralRules(language)
  return Array.from({ length: mostForms }, (_, count) => rules.select(count))
}

function noticeOf({ order }: OrderRecord, engine: Engine): OrderNotice {
  const [{ court, date, docket }] = order.decisions
  const addressed = addresses(order, engine)
  const { id, title, language } = order
  return { id, title, language, court, date, addressed, ...(docket ? { docket } : {}) }
}

async function showBadge(tabId: number, results: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: results > 0 ? String(results) : '' })
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#4a6b8a' })
}
