import type { ExplainedOrder } from '../standing/explain.ts'
import type { OrderRecord } from '../standing/record.ts'
import type { Decision } from '../order/order.ts'
import { standingAt } from '../order/time/decisions.ts'
import { statusAt } from '../order/time/status.ts'
import { deciderOf } from './ground.ts'
import { phraseIn, type Detail, type Phrase } from './phrase.ts'
import type { Words } from './words.ts'

/** One line of an order's card: what it is, and what the order says. */
export interface Fact {
  term: string
  details: Detail[]
  /** An http or https address, for a link. */
  url?: string
}

/** Facts on who decided what, when, on which ground and at whose request. */
export function decisionFacts({ order }: OrderRecord, words: Words): Fact[] {
  const [{ court, chamber, date, docket, ecli, kind, note }] = order.decisions
  const own = (text: string) => phraseIn(text, order.language, words.language)
  return withoutEmptyFacts([
    { term: deciderTerm(kind, words), details: [own([court, chamber].filter(Boolean).join(', '))] },
    { term: words.say('factDate'), details: [{ text: words.date(date), date }] },
    { term: words.say('factDocket'), details: [docket ?? '', ecli ?? ''] },
    { term: words.say('factKind'), details: [words.named('kind', kind)] },
    { term: words.say('factLegalBasis'), details: order.legalBasis.map(({ citation }) => own(citation)) },
    { term: words.say('factApplicants'), details: order.applicants.map(own) },
    { term: words.say('factNote'), details: note ? [words.phrase(note)] : [] },
  ])
}

/** The term for who decided: "court" only where it was one. */
export function deciderTerm(kind: Decision['kind'], words: Words): string {
  return words.say(deciderOf(kind) === 'court' ? 'factCourt' : 'factDecidedBy')
}

/** The court or authority, and the date with the docket, or else the ECLI, by which the decision is known. */
export function decidedBy({ order }: OrderRecord, words: Words): { court: Phrase; identity: string } {
  const [{ court, date, docket, ecli }] = order.decisions
  return {
    court: phraseIn(court, order.language, words.language),
    identity: [words.date(date), docket ?? ecli].filter((part) => part !== undefined).join(', '),
  }
}

/** The line of a folded order: court, date, docket and legal basis. */
export function gistOf({ order }: OrderRecord, words: Words): Detail[] {
  const [{ court, date, docket, ecli }] = order.decisions
  const own = (text: string) => phraseIn(text, order.language, words.language)
  const identity = docket ?? ecli
  return [
    own(court),
    { text: words.date(date), date },
    ...(identity === undefined ? [] : [identity]),
    ...order.legalBasis.map(({ citation }) => own(citation)),
  ]
}

/** Facts on what the order asks of whom, and for how much: names, addresses and IP addresses, which are entries all. */
export function measureFacts({ order }: OrderRecord, words: Words): Fact[] {
  return withoutEmptyFacts([
    ...order.measures.map(({ kind, addressees, wording }) => ({
      term: words.say(kind === 'block' ? 'factBlockMeasure' : 'factDelistMeasure'),
      details: [words.list(addressees), ...(wording ? [quoted(words.phrase(wording), words)] : [])],
    })),
    { term: words.say('factTerritory'), details: order.territory ? [words.phrase(order.territory)] : [] },
    { term: words.say('factNames'), details: [words.count('entries', order.targetCount)] },
    { term: words.say('factDynamic'), details: [words.named('dynamic', order.dynamic)] },
  ])
}

/** Facts on how the block can be contested, and who bears its cost. */
export function remedyFacts({ order }: OrderRecord, words: Words): Fact[] {
  const { contest, decisions, costs } = order
  const unknown = words.say('contestUnknown', decisions[0].court)
  return withoutEmptyFacts([
    { term: words.say('factRemedy'), details: [contest ? words.phrase(contest.text) : unknown] },
    { term: words.say('factContact'), details: [contest?.contact ?? ''] },
    { term: words.say('factCosts'), details: costs ? [words.phrase(costs)] : [] },
  ])
}

/** Facts on where the document comes from, and how sure that is. */
export function originFacts(record: OrderRecord, words: Words): Fact[] {
  const notes = record.order.sources.flatMap(({ note }) => (note ? [words.phrase(note)] : []))
  const checked = record.order.sources.flatMap(({ retrieved }) => retrieved ?? [])
  return withoutEmptyFacts([
    { term: words.say('factProvenance'), details: [words.named('provenanceInFull', record.provenance)] },
    { term: words.say('factNote'), details: notes },
    { term: words.say('factChecked'), details: checked.map((date) => ({ text: words.date(date), date })) },
  ])
}

/** The entry by which the order covers what was asked for. */
export function entryFact({ entry }: Pick<ExplainedOrder, 'entry'>, words: Words): Fact {
  const key = ({ domain: 'entryDomain', host: 'entryHost', url: 'entryUrl' } as const)[entry.kind]
  const note = typeof entry.target === 'object' && entry.target.note ? [words.phrase(entry.target.note)] : []
  return { term: words.say('factEntry'), details: [words.say(key, entry.value), ...note] }
}

/**
 * The term, from when until when, as exactly as the document says and no more; for an order that is lifted at `now`
 * (epoch ms), when that was.
 */
export function termOf({ span, order, schedule }: OrderRecord, words: Words, now: number): string[] {
  const since = words.say(span.startApproximate ? 'termSinceAbout' : 'termSince', words.day(span.start, order.timeZone))
  const lifted = statusAt(schedule, now) === 'lifted' && standingAt(order, now)
  if (lifted) return [since, words.say('termLifted', words.date(lifted.decision.date))]
  if (span.end === undefined) return [since, words.say('termOpen')]
  // The last day is the one that is over at the end.
  const last = words.day(span.end - 1, order.timeZone)
  return [since, words.say(span.endApproximate ? 'termUntilAbout' : 'termUntil', last)]
}

function quoted({ text, ...marks }: ReturnType<Words['phrase']>, words: Words): Detail {
  return { text: words.say('quoted', text), ...marks }
}

/** Leaves out facts without details. */
export function withoutEmptyFacts(facts: Fact[]): Fact[] {
  return facts
    .map((fact) => ({ ...fact, details: fact.details.filter((detail) => detail !== '') }))
    .filter(({ details }) => details.length > 0)
}
