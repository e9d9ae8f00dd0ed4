import type { LocalText } from '../../src/order/order.ts'
import type { Catalogue } from '../../src/words/words.ts'

/** What a result page asks of the background: which of these addresses are covered, and by which orders. */
export interface Confirm {
  search: 'confirm'
  /** Engine id. */
  engine: string
  urls: string[]
}

export interface Confirmed {
  /** Ids of the orders that cover each of the addresses asked for, in the same order; none where it is not covered. */
  orders: string[][]
  /** Every order named above. */
  notices: OrderNotice[]
  /** Where an order is named. */
  words?: NoticeWords
}

/** What the notice says it with. To ask the browser for it on the page would take longer than all the rest. */
export interface NoticeWords {
  messages: Catalogue
  /** Plural categories of the numbers from 0 on. */
  forms: string[]
}

/** Messages of the notice. */
export const noticeKeys = [
  'language',
  'direction',
  'extensionName',
  'searchHiddenOne',
  'searchHiddenOther',
  'searchWhy',
  'searchResultsOne',
  'searchResultsOther',
  'searchAddressed',
  'searchNotAddressed',
]

/** What the notice says of an order. */
export interface OrderNotice {
  id: string
  title: LocalText
  /** BCP 47, of the order's own words. */
  language: string
  court: string
  /** ISO date. */
  date: string
  docket?: string
  /** Whether the order addresses this engine. */
  addressed: boolean
}

/** What a result page tells: how many results are hidden now. */
export interface Shown {
  search: 'shown'
  results: number
}

/** What the popup asks the script on a result page: how many results are hidden there now. */
export interface AskHidden {
  search: 'hidden'
}

/** What hides results there is no part of it: an order is named by its id, and looked up where it is kept. */
export interface Hidden {
  /** Engine id. */
  engine: string
  results: number
  /** Results hidden by each order, by id; one that several orders cover counts for each. */
  orders: [id: string, results: number][]
}

export type SearchMessage = Confirm | Shown

/** No result page has more; a longer question is somebody else's. */
export const mostUrls = 1000
