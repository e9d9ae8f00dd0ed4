import { render } from 'preact'
import type { Choice } from '../../../src/order/application.ts'
import { browser } from '../../platform/browser.ts'
import { chooseOrder, listOrders, requestAccess, state } from '../../platform/writ.ts'
import { presentPage, words } from '../words.ts'
import { Welcome } from './view.tsx'

/** The order that the extension was made for: the first decision that a newcomer takes is about it. */
const first = 'fr-tgi-paris-11-60013'

async function show(): Promise<void> {
  const [orders, { access, inForce }] = await Promise.all([listOrders(), state()])
  const order = orders.find(({ record }) => record.order.id === first)
  presentPage(words.say('welcomeTitle'))
  render(
    <Welcome
      words={words}
      {...(order ? { order } : {})}
      access={access}
      managed={inForce.managed}
      choose={(choice: Choice) => void chooseOrder(first, choice).then(show)}
      allow={() => void requestAccess().then(show)}
      openOptions={() => void browser.runtime.openOptionsPage()}
    />,
    document.getElementById('page')!,
  )
}

void show()
// What is in force may change while this page is open: the first start reads the bundled orders in the background.
browser.storage.onChanged.addListener(() => void show())
