import { parseQuery } from '../../../src/names/query.ts'
import { engineAt } from '../../../src/search/engine-at.ts'
import { hasAccess } from '../../platform/access.ts'
import { browser, type Tabs } from '../../platform/browser.ts'
import { explainedParts } from '../../store/blocked-parts.ts'
import { hiddenOn } from '../../store/hidden-results.ts'
import { pages } from '../../platform/addresses.ts'
import { standingOf, type Standing } from '../../store/page-data.ts'
import { supportAt } from '../../../src/words/report.ts'
import { words } from '../words.ts'
import type { PopupInput, SearchPage, Stored } from './input.ts'

/**
 * Reads everything that the popup's state is made of.
 *
 * @param withStore false where the store does not answer: what can be said without it
 */
export async function readInput(withStore = true): Promise<PopupInput & { address: string; tabId?: number }> {
  const [access, privateWindows, subject] = await Promise.all([
    hasAccess(),
    browser.extension.isAllowedIncognitoAccess(),
    readSubject(withStore),
  ])
  const { address, tabId, onBlockPage, standing, search, parts, now } = subject
  return {
    address,
    ...(tabId === undefined ? {} : { tabId }),
    page: parseQuery(address)?.url ? 'web' : 'browser',
    onBlockPage,
    ...(standing ? { stored: storedOf(standing) } : {}),
    access,
    privateWindows,
    ...(search ? { search } : {}),
    ...(parts ? { parts } : {}),
    now,
  }
}

/** The tab's address, and what is stored of it: read while the browser answers the rest. */
async function readSubject(withStore: boolean) {
  const tab = await shownTab()
  const onBlockPage = tab?.url?.startsWith(`${pages.blocked}#`) ?? false
  // A tab on the block page is there for the address behind the `#`.
  const address = onBlockPage ? tab!.url!.slice(pages.blocked.length + 1) : (tab?.url ?? '')
  const now = Date.now()
  const standing = withStore ? await standingOf(address, now).catch(() => undefined) : undefined
  const parts = standing && tab?.id !== undefined ? await explainedParts(tab.id).catch(() => undefined) : undefined
  const search = standing && !onBlockPage ? await searchPage(tab, address, standing) : undefined
  return { address, tabId: tab?.id, onBlockPage, standing, search, parts, now }
}

/** The tab in front, or the one that the address names. */
async function shownTab(): Promise<Tabs.Tab | undefined> {
  const id = new URLSearchParams(location.search).get('tab')
  if (id !== null) return browser.tabs.get(Number(id))
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab
}

function storedOf({ explanation, enforced, effective, orders, feeds, limited }: Standing): Stored {
  const { supportName, supportUrl, supportContact } = effective.settings
  const support = { supportName, supportUrl, supportContact }
  const [order] = explanation?.orders ?? []
  const ask = explanation && order ? supportAt(explanation, order.record, support, words) : undefined
  return {
    support,
    ...(ask ? { ask } : {}),
    ...(explanation ? { explanation } : {}),
    orders,
    applied: { orders: enforced.orders.length, names: enforced.domains },
    managed: effective.managed,
    feeds,
    limited,
  }
}

async function searchPage(
  tab: Tabs.Tab | undefined,
  address: string,
  { effective: { settings } }: Standing,
): Promise<SearchPage | undefined> {
  const engine = parseQuery(address)?.url ? engineAt(address, settings.searxngInstances) : undefined
  if (!engine || tab?.id === undefined) return undefined
  const on = settings.engines[engine.id] !== false
  const hidden = on ? await hiddenOn(tab.id) : undefined
  return { engine: engine.name, on, ...(hidden ? { hidden } : {}) }
}
