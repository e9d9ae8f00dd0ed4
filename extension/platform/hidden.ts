import { browser } from './browser.ts'

/** What a result page says of itself: how many of its results are hidden, and by which orders. */
export interface HiddenResults {
  /** The page's address. */
  url: string
  /** Engine id. */
  engine: string
  results: number
  /** Order id and number of results. */
  orders: [string, number][]
}

/** For as long as the browser runs, by tab. */
const keyOf = (tab: number) => `hidden/${tab}`

export async function rememberHidden(tab: number, hidden: HiddenResults): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab)]: hidden })
}

/** Of the page that the tab shows; undefined where it hides nothing, or has gone on to another page. */
export async function hiddenIn(tab: number, url: string): Promise<HiddenResults | undefined> {
  const key = keyOf(tab)
  const hidden = (await browser.storage.session.get(key))[key] as HiddenResults | undefined
  return hidden?.url === url && hidden.results > 0 ? hidden : undefined
}

export async function forgetHidden(tab: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab))
}
