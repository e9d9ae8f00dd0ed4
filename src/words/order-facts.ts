import type { ExplainedOrder } from '../lookup/explain.ts'
import type { OrderRecord } from '../lookup/record.ts'
import type { Decision } from '../order/order.ts'
import type { Words } from './words.ts'

/** One line of an order's card: what it is, and what the order says. */
export interface Fact {
  term: string
  details: string[]
  /** An http or https address, for a link. */
  url?: string
}

/** Everything that an order says of itself, in the order in which a reader asks. */
export function orderFacts(record: OrderRecord, words: Words): Fact[] {
  const { order } = record
  const [first, ...later] = order.decisions
  return [
    fact(words.say('factCourt'), [join([first.court, first.chamber])]),
    fact(words.say('factDate'), [words.date(first.date)]),
    fact(words.say('factDocket'), [first.docket, first.ecli]),
    fact(words.say('factKind'), [words.say(`kind_${first.kind}`)]),
    fact(
      words.say('factLegalBasis'),
      order.legalBasis.map(({ citation }) => citation),
    ),
    fact(words.say('factApplicants'), order.applicants),
    ...order.measures.map(({ kind, addressees, wording }) =>
      fact(words.say(kind === 'block' ? 'factBlockMeasure' : 'factDelistMeasure'), [
        words.list(addressees),
        wording && words.say('quoted', words.text(wording)),
      ]),
    ),
    fact(words.say('factTerritory'), [order.territory && words.text(order.territory)]),
    fact(words.say('factTerm'), termOf(record, words)),
    fact(
      words.say('factLater'),
      later.map((decision) => decisionText(decision, words)),
    ),
    fact(words.say('factNote'), [first.note && words.text(first.note)]),
    fact(words.say('factDynamic'), [words.say(`dynamic_${order.dynamic.replaceAll('-', '_')}`)]),
    fact(words.say('factCosts'), [order.costs && words.text(order.costs)]),
    fact(words.say('factContest'), contestOf(record, words), order.contest?.url),
    fact(words.say('factNames'), [words.count('names', order.targetCount)]),
  ].filter(({ details }) => details.length > 0)
}

/** Which entry of the order covers what was asked for. */
export function entryFact({ entry }: ExplainedOrder, words: Words): Fact {
  const key = entry.kind === 'domain' ? 'entryDomain' : 'entryUrl'
  const note = typeof entry.target === 'object' && entry.target.note ? words.text(entry.target.note) : undefined
  return fact(words.say('factEntry'), [words.say(key, entry.value), note])
}

/** From when until when, as exactly as the document says and no more. */
export function termOf({ span, order }: OrderRecord, words: Words): string[] {
  const about = (approximate: boolean, text: string) => (approximate ? words.say('about', text) : text)
  const since = words.say('termSince', about(span.startApproximate, words.day(span.start, order.timeZone)))
  if (span.end === undefined) return [since, words.say('termOpen')]
  // The last day is the one that is over at the end.
  const last = words.day(span.end - 1, order.timeZone)
  return [since, words.say('termUntil', about(span.endApproximate, last))]
}

export function provenanceText({ provenance }: OrderRecord, words: Words): string {
  return words.say(`provenance_${provenance}`)
}

function contestOf({ order }: OrderRecord, words: Words): string[] {
  const { contest, decisions } = order
  if (!contest) return [words.say('contestUnknown', decisions[0].court)]
  return [words.text(contest.text), ...(contest.contact ? [contest.contact] : [])]
}

function decisionText(decision: Decision, words: Words): string {
  const { effect, court, chamber, date, docket, ecli, note } = decision
  const identity = join([join([court, chamber]), words.date(date), docket, ecli])
  const did = `${words.say(`effect_${effect}`)}${words.say('colon')}`
  return `${did}${identity}${note ? `. ${words.text(note)}` : ''}`
}

function join(parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ')
}

function fact(term: string, details: (string | undefined)[], url?: string): Fact {
  const given = details.filter((detail): detail is string => detail !== undefined && detail !== '')
  return { term, details: given, ...(url ? { url } : {}) }
}
