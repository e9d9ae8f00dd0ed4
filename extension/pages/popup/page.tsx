import { render } from 'preact'
import { browser } from '../../platform/browser.ts'
import { blockPageFor } from '../../platform/addresses.ts'
import { requestAccess } from '../../store/overview.ts'
import { dress } from '../adopt-styles.ts'
import partsStyle from '../styles/parts.css?inline'
import popupStyle from '../styles/popup.css?inline'
import { presentPage, words } from '../words.ts'
import { patience } from '../../store/page-data.ts'
import { readInput } from './read.ts'
import { popupState, type PopupAction } from './state.ts'
import { Popup } from './view.tsx'

async function act(action: PopupAction, address: string): Promise<void> {
  if (action === 'open-options') await browser.runtime.openOptionsPage()
  if (action === 'explain') await browser.tabs.create({ url: blockPageFor(address) })
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

function present({ address, ...input }: Awaited<ReturnType<typeof readInput>>): void {
  presentPage(words.say('extensionName'))
  render(
    <Popup state={popupState(input, words)} words={words} act={(action) => void act(action, address)} />,
    document.getElementById('page')!,
  )
  performance.mark('readable')
}

export function openPopup(): void {
  void show()
  dress(partsStyle, popupStyle)
}
