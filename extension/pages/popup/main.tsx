import { render } from 'preact'
import { asked } from '../../../src/lookup/asked.ts'
import { browser, type Tabs } from '../../platform/browser.ts'
import { pages } from '../../platform/pages.ts'
import { explainUrl, orderCount, requestAccess, state } from '../../platform/writ.ts'
import { presentPage, words } from '../words.ts'
import { popupState, type PopupAction, type PopupInput } from './state.ts'
import { Popup } from './view.tsx'

/** The tab in front, or the one that the address names. */
async function shownTab(): Promise<Tabs.Tab | undefined> {
  const id = new URLSearchParams(location.search).get('tab')
  if (id !== null) return browser.tabs.get(Number(id))
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab
}

/** A tab on the block page is there for the address behind the `#`. */
function addressOf(tab: Tabs.Tab | undefined): string {
  const url = tab?.url ?? ''
  return url.startsWith(`${pages.blocked}#`) ? url.slice(pages.blocked.length + 1) : url
}

async function read(): Promise<PopupInput> {
  const address = addressOf(await shownTab())
  const page = asked(address)?.url ? 'web' : 'browser'
  const beside = { access: true, privateWindows: true, managed: false, policyIssues: 0, limited: 0, now: Date.now() }
  try {
    const [known, orders, explanation] = await Promise.all([
      state(),
      orderCount(),
      page === 'web' ? explainUrl(address) : undefined,
    ])
    return {
      page,
      ...(explanation ? { explanation } : {}),
      storeReadable: true,
      orders,
      access: known.access,
      privateWindows: known.privateWindows,
      managed: known.inForce.managed,
      policyIssues: known.inForce.issues.length,
      limited: known.enforced.limitations.length,
      now: Date.now(),
    }
  } catch {
    return { page, storeReadable: false, orders: 0, ...beside }
  }
}

const actions: Record<PopupAction, () => Promise<unknown>> = {
  'allow-access': requestAccess,
  'open-options': () => browser.runtime.openOptionsPage(),
  retry: async () => undefined,
}

async function show(): Promise<void> {
  presentPage(words.say('extensionName'))
  const act = (action: PopupAction) => void actions[action]().then(show)
  render(<Popup state={popupState(await read(), words)} words={words} act={act} />, document.getElementById('page')!)
}

void show()
