import type { FeedHere } from '../../../src/feed/feed-state.ts'
import type { Explanation } from '../../../src/standing/explain.ts'
import type { OrderRecord } from '../../../src/standing/record.ts'
import type { Recipient, Support } from '../../../src/words/report.ts'
import type { HiddenResults } from '../../store/hidden-results.ts'

/** Everything that decides what the popup says. */
export interface PopupInput {
  /** The tab's page: of the web, the browser's own, or none that can be seen. */
  page: 'web' | 'browser'
  /** The tab shows the block page: the whole explanation is there already. */
  onBlockPage: boolean
  /** Undefined when the store cannot be read. */
  stored?: Stored
  /** Host access: without it the block stands and its page comes a moment later. */
  access: boolean
  privateWindows: boolean
  /** Where the tab is on a search engine's result page. */
  search?: SearchPage
  /** Parts of the page in front that were stopped, and the orders that stopped them. */
  parts?: { count: number; orders: OrderRecord[] }
  /** Epoch milliseconds. */
  now: number
}

export interface Stored {
  /** Undefined for a page that is not of the web. */
  explanation?: Explanation
  /** The number of orders that are kept. */
  orders: number
  /** The numbers of orders that are applied, and of the names that they block. */
  applied: { orders: number; names: number }
  managed: boolean
  /** The feeds that are followed. */
  feeds: FeedHere[]
  /** The contact that the organisation names for questions. */
  support: Support
  /** How that is reached by a click, about the address in front. */
  ask?: Recipient
  /** Orders that the browser's limits keep from being enforced in full. */
  limited: OrderRecord[]
}

export interface SearchPage {
  engine: string
  /** Switched on in the settings. */
  on: boolean
  /** Results that the page's script has hidden; undefined where it does not answer. */
  hidden?: HiddenResults
}
