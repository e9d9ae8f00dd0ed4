// What the pages share is in its script.
import '../main.ts'
import { render } from 'preact'
import { browser, build } from '../../platform/browser.ts'
import { blockPageFor, pages } from '../../platform/addresses.ts'
import { chooseOrder, listOrders, requestAccess, state } from '../../store/overview.ts'
import { dress } from '../adopt-styles.ts'
import pageStyle from '../styles/page.css?inline'
import partsStyle from '../styles/parts.css?inline'
import welcomeStyle from '../styles/welcome.css?inline'
import { presentPage, words } from '../words.ts'
import type { Settings } from '../../../src/policy/settings.ts'
import type { OrderHere } from '../../../src/standing/here.ts'
import type { Organisation } from './managed.tsx'
import type { WelcomeActions } from './actions.ts'
import { Welcome } from './view.tsx'

/** The order that the extension was made for: the first decision that a newcomer takes is about it. */
const first = 'fr-tgi-paris-11-60013'
const sample = 'allostreaming.com'

const actions: WelcomeActions = {
  choose: (choice) => void chooseOrder(first, choice).then(show),
  allow: () => void requestAccess().then(show),
  // The page itself, not a visit: not even the name is looked up.
  test: () => void browser.tabs.create({ url: blockPageFor(`http://${sample}/`) }),
  openOptions: () => void browser.runtime.openOptionsPage(),
  openImport: () => void browser.tabs.create({ url: `${pages.options}#import` }),
  openExtensionSettings:
    build === 'chrome'
      ? () => void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` })
      : undefined,
}

function organisationOf({ supportName, supportContact, supportUrl }: Settings, orders: OrderHere[]): Organisation {
  const applied = orders.filter((order) => order.applied)
  return { name: supportName, contact: supportContact, url: supportUrl, applied }
}

async function show(): Promise<void> {
  const [orders, { access, privateWindows, effective }] = await Promise.all([listOrders(), state()])
  const order = orders.find(({ record }) => record.order.id === first)
  presentPage(words.say('welcomeTitle'))
  render(
    <Welcome
      words={words}
      {...(order ? { order } : {})}
      sample={sample}
      {...(effective.managed ? { organisation: organisationOf(effective.settings, orders) } : {})}
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
