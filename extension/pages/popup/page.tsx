import { render } from 'preact'
import { browser } from '../../platform/browser.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { headlineOf } from '../../../src/words/heading.ts'
import { explainUrl } from '../../store/explaining.ts'
import { blockPageFor, pages } from '../../platform/addresses.ts'
import { requestAccess } from '../../store/overview.ts'
import { dress } from '../adopt-styles.ts'
import partsStyle from '../styles/parts.css?inline'
import popupStyle from '../styles/popup.css?inline'
import { presentPage, words } from '../words.ts'
import { patience } from '../../store/page-data.ts'
import { readInput } from './read.ts'
import { popupState, type PopupAction } from './state.ts'
import { Popup, type LookedUp } from './view.tsx'

type Input = Awaited<ReturnType<typeof readInput>>

async function act(action: PopupAction, { address, tabId, stored }: Input): Promise<void> {
  if (action === 'explain') await browser.tabs.create({ url: blockPageFor(address) })
  if (action === 'change') await openOptionsAt(stored?.explanation?.orders[0]?.record.key)
  if (action === 'reload' && tabId !== undefined) {
    await browser.tabs.reload(tabId)
    window.close()
  }
  if (action === 'allow-access') await requestAccess()
  await show()
}

async function show(): Promise<void> {
  let answered = false
  const late = setTimeout(() => void readInput(false).then((input) => answered || present(input)), patience)
  const input = await readInput()
  answered = true
  clearTimeout(late)
  present(input)
}

/** Where an order's choice can be changed; else the options as a whole. */
async function openOptionsAt(key?: string): Promise<void> {
  if (key === undefined) return browser.runtime.openOptionsPage()
  await browser.tabs.create({ url: `${pages.options}#orders/${encodeURIComponent(key)}` })
}

/** The name that was last looked up, and what is so of it. */
let lookedUp: LookedUp | undefined

async function lookUp(input: Input, typed: string): Promise<void> {
  const name = typed.trim()
  // As people type it: `example.org/path`, without a scheme.
  const address = [name, `http://${name}`].find((one) => parseQuery(one)?.url !== undefined)
  const explanation = address === undefined || !name.includes('.') ? undefined : await explainUrl(address)
  const said = explanation ? headlineOf(explanation, words) : words.say('popupLookupNone')
  lookedUp = { said, ...(explanation && explanation.orders.length > 0 ? { address: address! } : {}) }
  present(input)
}

function present(input: Input): void {
  presentPage(words.say('extensionName'))
  render(
    <Popup
      state={popupState(input, words)}
      words={words}
      act={(action) => void act(action, input)}
      openOptions={() => void openOptionsAt()}
      lookUp={(name) => void lookUp(input, name)}
      lookedUp={lookedUp}
      explain={(address) => void browser.tabs.create({ url: blockPageFor(address) })}
    />,
    document.getElementById('page')!,
  )
  performance.mark('readable')
}

export function openPopup(): void {
  void show()
  dress(partsStyle, popupStyle)
}
