// What the pages share is in its script.
import '../main.ts'
import { render } from 'preact'
import { browser } from '../../platform/browser.ts'
import { blockPageFor } from '../../platform/addresses.ts'
import { chooseOrder, listOrders, requestAccess, state } from '../../store/overview.ts'
import { dress } from '../adopt-styles.ts'
import pageStyle from '../styles/page.css?inline'
import partsStyle from '../styles/parts.css?inline'
import welcomeStyle from '../styles/welcome.css?inline'
import { presentPage, words } from '../words.ts'
import { Welcome, type WelcomeActions } from './view.tsx'

/** The order that the extension was made for: the first decision that a newcomer takes is about it. */
const first = 'fr-tgi-paris-11-60013'
const sample = 'allostreaming.com'

const actions: WelcomeActions = {
  choose: (choice) => void chooseOrder(first, choice).then(show),
  allow: () => void requestAccess().then(show),
  // The page itself, not a visit: not even the name is looked up.
  test: () => void browser.tabs.create({ url: blockPageFor(`http://${sample}/`) }),
  openOptions: () => void browser.runtime.openOptionsPage(),
}

async function show(): Promise<void> {
  const [orders, { access, privateWindows }] = await Promise.all([listOrders(), state()])
  const order = orders.find(({ record }) => record.order.id === first)
  presentPage(words.say('welcomeTitle'))
  render(
    <Welcome
      words={words}
      {...(order ? { order } : {})}
      sample={sample}
      access={access}
      privateWindows={privateWindows}
      actions={actions}
    />,
    document.getElementById('page')!,
  )
}

void show()
dress(partsStyle, pageStyle, welcomeStyle)
// What is in force may change while this page is open: the first start reads the bundled orders in the background.
browser.storage.onChanged.addListener(() => void show())
browser.permissions.onAdded.addListener(() => void show())
browser.permissions.onRemoved.addListener(() => void show())
// Access to private windows is given on a page of the browser's own.
document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && show()))
