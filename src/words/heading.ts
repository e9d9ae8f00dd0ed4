import type { Measure } from '../order/order.ts'
import type { ExplainedOrder, Explanation } from '../standing/explain.ts'
import { commonGround, deciderOf, decisionOn, groundOf, type Decider, type Ground } from './ground.ts'
import { addresseesText } from './measure-facts.ts'
import type { MessageKey } from './message-key.ts'
import { noticeOf } from './notice.ts'
import { unicodeHost } from './unicode-host.ts'
import type { Words } from './words.ts'

/** The orders that block what was asked for, here and now. */
export function blockingOrders({ orders }: Explanation): ExplainedOrder[] {
  return orders.filter((order) => order.applied && order.entry.block)
}

/** Names the target, and says whether it is blocked and on what ground: a page is no site. */
export function headlineOf(explanation: Explanation, words: Words): string {
  const { host } = explanation.query
  // Somebody opened the block page by hand.
  if (host === '') return words.say('popupNotConcerned')
  return words.say(headlineKey(explanation), unicodeHost(host) ?? host)
}

function headlineKey(explanation: Explanation): MessageKey {
  const { orders, nearby } = explanation
  const blocking = blockingOrders(explanation)
  if (nearby) return nearbyKeys[nearby].headline
  if (blocking.length === 0) return orders.length === 0 ? 'headlineNotCovered' : 'headlineNotApplied'
  // One that is still ordered is not a matter of choice, whatever else is applied beyond its term.
  const ordered = blocking.filter(({ beyondTerm }) => !beyondTerm)
  const ground = commonGround((ordered.length > 0 ? ordered : blocking).map(groundOf))
  if (blocking.some(({ entry }) => entry.kind !== 'url')) return headlineKeys[ground]
  return ground === 'court' ? 'headlinePage' : 'headlinePageOther'
}

const headlineKeys: Record<Ground | 'several', MessageKey> = {
  court: 'headlineBlocked',
  authority: 'headlineAuthority',
  agreement: 'headlineAgreement',
  beyondTerm: 'headlineBeyond',
  several: 'headlineSeveral',
}

/** Keys for something of the host that an order names, where none covers the page. */
export const nearbyKeys: Record<
  NonNullable<Explanation['nearby']>,
  { headline: 'headlineAddress' | 'headlinePart'; lead: 'leadAddress' | 'leadPart' }
> = {
  address: { headline: 'headlineAddress', lead: 'leadAddress' },
  part: { headline: 'headlinePart', lead: 'leadPart' },
}

/** Says who applies the orders here: an organisation, by its name where that is known, or whoever set this browser. */
export function actorOf(blocking: readonly ExplainedOrder[], supportName: string, words: Words): string | undefined {
  if (blocking.length === 0) return undefined
  if (!blocking.every(({ byOrganisation }) => byOrganisation)) return words.say('actorHere')
  return supportName === '' ? words.say('actorOrganisation') : words.say('actorNamed', supportName)
}

/** The sentences below the headline: that the order has ended, whom it told to act, and what it means for the reader. */
export function leadOf(explanation: Explanation, words: Words, now: number): string {
  const { query, orders, nearby } = explanation
  const blocking = blockingOrders(explanation)
  const order = blocking[0] ?? orders[0]
  if (!order) return words.say(nearby ? nearbyKeys[nearby].lead : 'leadNotCovered', query.host)
  const notice = noticeOf(order, words, now)
  if (blocking.length === 0) return notice ?? words.say('leadNotCovered', query.host)
  const sentences = [
    blocking.length > 1 ? words.say('leadSeveral', words.number(blocking.length)) : notice,
    orderedText(order, words),
    visitorNote(blocking, words),
  ]
  return sentences.filter((sentence) => sentence !== undefined).join(' ')
}

const leads: Record<Decider, MessageKey> = {
  court: 'leadCourt',
  authority: 'leadAuthority',
  agreement: 'leadAgreement',
}

/** Says whom the order told to block; nothing where its document names nobody. */
function orderedText(order: ExplainedOrder, words: Words): string | undefined {
  const { kind } = decisionOn(order)
  const addressees = order.record.order.measures
    .filter((measure) => measure.kind === 'block')
    .flatMap((measure) => measure.addressees)
  if (addressees.length === 0) return undefined
  const names = addressees.slice(0, mostNames).map((one) => addresseesText({ addressees: [one] }, words))
  const more = addressees.length > mostNames ? [words.count('more', addressees.length - mostNames)] : []
  return words.say(kind === 'statute' ? 'leadLaw' : leads[deciderOf(kind)], words.list([...names, ...more]))
}

/** Names that fit in a sentence. */
const mostNames = 3

/** That nobody is told of the visit; but an order may bind those who visit, and then it says something of them. */
function visitorNote(blocking: readonly ExplainedOrder[], words: Words): string {
  const bindsUsers = blocking.some(({ record }) => record.order.measures.some(bindsVisitors))
  return words.say(bindsUsers ? 'noteUsers' : 'noteVisitor')
}

function bindsVisitors({ binds, addressees }: Measure): boolean {
  return binds === 'users' || addressees.some((one) => one.class === 'users')
}
