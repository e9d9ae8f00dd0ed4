import type { EventDate } from '../order/dates.ts'
import type { Decision, Reason } from '../order/order.ts'
import type { Party } from '../order/parties.ts'
import { undoubted } from '../order/time/edtf.ts'
import type { ExplainedOrder } from '../standing/explain.ts'
import type { OrderRecord } from '../standing/record.ts'
import { withoutEmptyFacts, withDoubt, type Fact } from './fact.ts'
import { deciderOf } from './ground.ts'
import { courtPhrase } from './names.ts'
import type { Detail, Phrase } from './phrase.ts'
import type { Words } from './words.ts'

/** Facts on who decided what, when, why, on which ground, at whose request and against whom. */
export function decisionFacts({ order }: OrderRecord, words: Words): Fact[] {
  const [decision] = order.decisions
  const { chamber, date, docket, ecli, kind, judge, exParte, byConsent, note } = decision
  const court = courtPhrase(decision, words)
  const sure = (detail: Detail, path: string) => withDoubt(detail, path, order, words)
  const parties = (list: readonly Party[], path: string) =>
    list.flatMap(({ name, note: said }, at) =>
      name ? [sure(said ? `${words.text(name)} (${words.text(said)})` : words.phrase(name), `${path}[${at}]`)] : [],
    )
  const procedure = [exParte && words.say('procedureExParte'), byConsent && words.say('procedureByConsent')]
  return withoutEmptyFacts([
    {
      term: deciderTerm(kind, words),
      details: [
        sure(chamber ? { ...court, text: `${court.text}, ${words.text(chamber)}` } : court, 'decisions[0].court'),
      ],
    },
    {
      term: words.say('factCourtToday'),
      details: decision.courts.flatMap(({ successor }) => (successor ? [words.phrase(successor)] : [])),
    },
    { term: words.say('factJurisdiction'), details: [words.region(order.jurisdiction)] },
    { term: words.say('factDate'), details: [sure(dated(date, words), 'decisions[0].date')] },
    { term: words.say('factDocket'), details: [sure(docket ?? '', 'decisions[0].docket'), ecli ?? ''] },
    { term: words.say('factKind'), details: [sure(words.named('kind', kind), 'decisions[0].kind')] },
    { term: words.say('factProcedure'), details: procedure.filter((one) => typeof one === 'string') },
    { term: words.say('factJudge'), details: [judge ?? ''] },
    {
      term: words.say('factReasons'),
      details: order.reasons.map((reason, at) => sure(reasonText(reason, words), `reasons[${at}]`)),
    },
    {
      term: words.say('factLegalBasis'),
      details: order.legalBasis.flatMap(({ citation, quote }, at) => [
        sure(words.phrase(citation), `legalBasis[${at}]`),
        ...(quote ? [{ ...words.phrase(quote), text: words.say('quoted', words.text(quote)) }] : []),
      ]),
    },
    { term: words.say('factApplicants'), details: parties(order.applicants, 'applicants') },
    { term: words.say('factDefendants'), details: parties(order.defendants, 'defendants') },
    { term: words.say('factNotOrdered'), details: parties(order.notOrdered, 'notOrdered') },
    { term: words.say('factIntervenors'), details: parties(order.intervenors, 'intervenors') },
    { term: words.say('factSummons'), details: order.summons ? [sure(dated(order.summons, words), 'summons')] : [] },
    { term: words.say('factNote'), details: note ? [words.phrase(note)] : [] },
  ])
}

function reasonText({ category, text }: Reason, words: Words): Detail {
  const what = words.named('reason', category)
  return text ? { ...words.phrase(text), text: words.say('labelled', what, words.text(text)) } : what
}

/** A date as a detail that says its ISO form, where it is a day. */
function dated(date: EventDate, words: Words): Phrase {
  return { text: words.date(date), date: undoubted(date) }
}

/** An authority, or those who agreed, is no court. */
export function deciderTerm(kind: Decision['kind'], words: Words): string {
  return words.say(deciderOf(kind) === 'court' ? 'factCourt' : 'factDecidedBy')
}

/** The court or authority, and the date with the docket, or else the ECLI, by which the decision is known. */
export function decidedBy({ order }: OrderRecord, words: Words): { court: Phrase; identity: string } {
  const [decision] = order.decisions
  const { date, docket, ecli } = decision
  return {
    court: courtPhrase(decision, words),
    identity: [words.date(date), docket ?? ecli].filter((part) => part !== undefined).join(', '),
  }
}

/** The line of a folded order: court, date, docket and legal basis. */
export function gistOf({ order }: OrderRecord, words: Words): Detail[] {
  const [decision] = order.decisions
  const { date, docket, ecli } = decision
  const identity = docket ?? ecli
  return [
    courtPhrase(decision, words),
    dated(date, words),
    ...(identity === undefined ? [] : [identity]),
    ...order.legalBasis.map(({ citation }) => words.phrase(citation)),
  ]
}

/** Where the document comes from, and how sure that is. */
export function originFacts(record: OrderRecord, words: Words): Fact[] {
  const { sources, references, replaces, related, unsure, leftOut } = record.order
  const notes = sources.flatMap(({ note }) => (note ? [words.phrase(note)] : []))
  const checked = [...new Set(sources.flatMap(({ retrieved }) => retrieved ?? []))]
  return withoutEmptyFacts([
    { term: words.say('factProvenance'), details: [words.named('provenanceInFull', record.provenance)] },
    { term: words.say('factNote'), details: notes },
    { term: words.say('factChecked'), details: checked.map((date) => dated(date, words)) },
    { term: words.say('factReferences'), details: references.map(({ db, id }) => `${db} ${id}`) },
    { term: words.say('factReplaces'), details: replaces },
    { term: words.say('factRelated'), details: related },
    {
      term: words.say('factUnsure'),
      details: unsure.map(({ path, why }) => words.say('labelled', path, words.text(why))),
    },
    {
      term: words.say('factLeftOut'),
      details: leftOut
        ? [
            words.count('leftOut', leftOut.count),
            ...leftOut.issues.map(({ path, message }) => words.say('labelled', path, message)),
          ]
        : [],
    },
  ])
}

/** The entry by which the order covers what was asked for. */
export function entryFact({ entry }: Pick<ExplainedOrder, 'entry'>, words: Words): Fact {
  const key = ({ domain: 'entryDomain', host: 'entryHost', url: 'entryUrl' } as const)[entry.kind]
  const note = typeof entry.target === 'object' && entry.target.note ? [words.phrase(entry.target.note)] : []
  return { term: words.say('factEntry'), details: [words.say(key, entry.value), ...note] }
}
