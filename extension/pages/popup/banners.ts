import type { OrderRecord } from '../../../src/standing/record.ts'
import { feedTroubles } from '../../../src/words/feed-words.ts'
import type { Words } from '../../../src/words/words.ts'
import type { PopupInput, Stored } from './input.ts'

/** Whatever stands beside the state: what else was stopped, what is not as it should be, who manages this browser. */
export function banners(
  { parts, now }: PopupInput,
  { managed, support, feeds, limited }: Stored,
  words: Words,
): string[] {
  const titles = (orders: OrderRecord[]) => words.list(orders.map(({ order }) => words.text(order.title)))
  const { supportName, supportContact } = support
  return [
    ...(parts ? [words.count('popupParts', parts.count, titles(parts.orders))] : []),
    ...(limited.length > 0 ? [words.say('bannerLimited', titles(limited))] : []),
    ...feedTroubles(feeds, words, now),
    ...(managed ? [supportName === '' ? words.say('bannerManaged') : words.say('bannerManagedBy', supportName)] : []),
    ...(managed && supportContact !== ''
      ? [words.say('popupAsk', supportName === '' ? words.say('view_managed') : supportName, supportContact)]
      : []),
  ]
}

/** Said where an order is applied to what the tab shows: only there could a reader take it to be so in every window. */
export function inPrivateWindows({ privateWindows }: PopupInput, words: Words): string[] {
  return privateWindows ? [] : [words.say('bannerPrivateWindows')]
}
