import type { NoticeWords, OrderNotice } from '../../src/words/search-notice.ts'

/** A result page's question to the background: which of these addresses are covered, and by which orders. */
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

/** A result page's report: how many results are hidden now. */
export interface Shown {
  search: 'shown'
  results: number
}

/** The popup's question to the script on a result page: how many results are hidden there now. */
export interface AskHidden {
  search: 'hidden'
}

/** The results hidden on a page. Orders are named by their ids, and looked up where they are kept. */
export interface Hidden {
  /** Engine id. */
  engine: string
  results: number
  /** Results hidden by each order, by id; one that several orders cover counts for each. */
  orders: [id: string, results: number][]
}

/** A home page tells that a search has begun there, and the script of result pages is wanted. */
export interface Begin {
  search: 'begin'
}

/** A result page's question for the search filter, where none is published. */
export interface AskFilter {
  search: 'filter'
}

export type SearchMessage = Confirm | Shown | Begin | AskFilter

/** Characters of an address; no engine writes a longer one. */
export const longestUrl = 16_384

/** No result page has more; a longer question is somebody else's. */
export const mostUrls = 1000
