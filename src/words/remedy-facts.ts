import { generalRemedy } from '../order/general-remedies.ts'
import type { Contest } from '../order/parties.ts'
import type { OrderRecord } from '../standing/record.ts'
import { withoutEmptyFacts, type Fact } from './fact.ts'
import { deciderOf } from './ground.ts'
import { courtOf } from './names.ts'
import type { Detail, Phrase } from './phrase.ts'
import type { Words } from './words.ts'

/** How the block can be contested, by whom, and who bears its cost. */
export function remedyFacts({ order }: OrderRecord, words: Words): Fact[] {
  const { contest, decisions, costs } = order
  const isOnlyVisitors = contest.every(({ role }) => role === 'visitor')
  return withoutEmptyFacts([
    ...contest.map((way) => ({
      term: isOnlyVisitors ? words.say('factRemedy') : words.named('contest', way.role),
      details: remedyDetails(way, words),
    })),
    ...(contest.length > 0
      ? []
      : [
          {
            term: words.say('factRemedy'),
            details: [general(order, words) ?? words.say('contestUnknown', courtOf(decisions[0], words))],
          },
        ]),
    { term: words.say('factContact'), details: [...new Set(contest.map(({ contact = '' }) => contact))] },
    { term: words.say('factCosts'), details: costs ? [words.phrase(costs)] : [] },
  ])
}

function remedyDetails({ text, forum, basis, deadline, address }: Contest, words: Words): Detail[] {
  return [
    ...(text ? [words.phrase(text)] : []),
    ...(forum ? [words.say('remedyForum', words.text(forum))] : []),
    ...(basis ? [words.say('remedyBasis', words.text(basis))] : []),
    ...(deadline ? [words.say('remedyDeadline', words.text(deadline))] : []),
    ...(address ? [words.say('remedyAddress', words.text(address))] : []),
  ]
}

/** Where the order is silent: what its country gives anyhow, said to be that. */
function general(order: OrderRecord['order'], words: Words): Phrase | undefined {
  const remedy = generalRemedy(order.jurisdiction, deciderOf(order.decisions[0].kind))
  if (!remedy) return undefined
  const { text, ...marks } = words.phrase(remedy.text)
  return { ...marks, text: words.say('remedyGeneral', text) }
}
