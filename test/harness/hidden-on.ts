import { closeTab, type Launched } from './launch.mjs'

/** The part of the extension's own browser that is asked here. */
interface Api {
  tabs: {
    query(all: object): Promise<{ id: number; url: string }[]>
    sendMessage(tab: number, message: object, to: object): Promise<unknown>
  }
}

/** The answer to the popup's question by the script on the tab with this address. */
export async function hiddenOn(writ: Launched, address: string): Promise<unknown> {
  const own = await writ.openOwn('options')
  const answer = await own.evaluate(async (url) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api>
    const { tabs } = (browser ?? chrome)!
    const tab = (await tabs.query({})).find((one) => one.url === url)!
    return tabs.sendMessage(tab.id, { search: 'hidden' }, { frameId: 0 }).catch(() => 'nobody answers')
  }, address)
  await closeTab(own)
  return answer
}
