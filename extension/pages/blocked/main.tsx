import { render } from 'preact'
import { isBlocked, type Explanation } from '../../../src/lookup/explain.ts'
import { browser } from '../../platform/browser.ts'
import { explainUrl } from '../../platform/explaining.ts'
import { ask } from '../../platform/messages.ts'
import { held, heldRules } from '../../platform/writ.ts'
import { presentPage, words } from '../words.ts'
import { Blocked, type Setting } from './view.tsx'
import { Unreadable } from './unreadable.tsx'

/** The redirect puts the address behind the first `#`, raw. Nothing else is believed of it: the stored orders are asked. */
function address(): string {
  return location.href.slice(location.href.indexOf('#') + 1)
}

const page = document.getElementById('page')!

async function setting(): Promise<Setting> {
  const [{ managed, settings }, fingerprint] = await Promise.all([held(), heldRules()])
  const { supportName, supportUrl, supportContact } = settings
  const url = supportUrl || (supportContact.includes('@') ? `mailto:${supportContact}` : '')
  return {
    managed,
    fingerprint,
    version: browser.runtime.getManifest().version,
    canGoBack: history.length > 1,
    ...(url ? { support: { name: supportName, url } } : {}),
  }
}

async function show(done = ''): Promise<void> {
  try {
    const [explanation, known] = await Promise.all([explainUrl(address()), setting()])
    present(explanation ?? { asked: { host: '' }, orders: [] }, known, done)
    if (!isBlocked(explanation)) await endBlock()
  } catch {
    presentPage(words.say('unreadableHeadline'))
    render(<Unreadable words={words} retry={() => void show()} />, page)
  }
}

let ended = false

/** The order has ended and the rules do not know yet: an alarm may come late. Asked for once. */
async function endBlock(): Promise<void> {
  if (ended) return
  ended = true
  await ask('reconcile', null)
}

function present(explanation: Explanation, known: Setting, done: string): void {
  presentPage(words.say('blockedTitle', explanation.asked.host))
  const actions = {
    leave: () => void leave(known.canGoBack),
    copy: (text: string) =>
      void navigator.clipboard.writeText(text).then(() => present(explanation, known, words.say('copied'))),
    open: () => explanation.asked.url && location.replace(explanation.asked.url),
  }
  render(
    <Blocked explanation={explanation} words={words} setting={known} now={Date.now()} actions={actions} done={done} />,
    page,
  )
  performance.mark('readable')
}

async function leave(canGoBack: boolean): Promise<void> {
  if (canGoBack) return history.back()
  const tab = await browser.tabs.getCurrent()
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id)
}

// A frame around this page could dress it up as something else.
if (window.top === window) {
  void show()
  // From one blocked address to another, browsers keep the page and change what is behind the `#`.
  window.addEventListener('hashchange', () => void show())
  // An order may have ended, or been lifted, since the page was opened.
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && show()))
  browser.storage.onChanged.addListener(() => void show())
}
