import type { Issue } from './issue.ts'
import type { Duration, Ending, EventDate } from './dates.ts'
import type { LocalText } from './local-text.ts'
import type { Addressee, Contest, Court, Party } from './parties.ts'
import type { DecisionKind, Dynamic, EffectKind, ReasonCategory } from './vocabulary.ts'

export type { LocalText } from './local-text.ts'

/**
 * A court blocking order, as the parser gives it: checked, host names normalised, texts by language.
 * The document it comes from is described in docs/order-format.md.
 */
export interface Order {
  /** Slug, stable for ever. */
  id: string
  /** Grows with each edit of the document. */
  version: number
  /** BCP 47 tag of the document's own language. */
  language: string
  title: LocalText
  /** ISO 3166 code: `FR`, `GB`, `US-CA`. */
  jurisdiction: string
  /** IANA zone in which the court's days begin and end. */
  timeZone: string
  territory?: LocalText
  /** At least one; the first has an effect `orders`. */
  decisions: [Decision, ...Decision[]]
  legalBasis: LegalBasis[]
  /** The court's findings; empty where the document does not say. */
  reasons: Reason[]
  applicants: Party[]
  /** Those against whom the order was asked for: often the sites, who may not be known. */
  defendants: Party[]
  /** Those who were sued and ordered nothing. */
  notOrdered: Party[]
  intervenors: Party[]
  /** When those who were sued were summoned. */
  summons?: EventDate
  measures: [Measure, ...Measure[]]
  /** Targets of all measures that have none of their own. */
  targets: Target[]
  /** Targets that the order covers and its document does not list. */
  withheld?: Withheld
  /** Names of targets that are meant though many people need them: see `heldEntries`. */
  ack?: string[]
  term: Term
  /** ISO date on which somebody last made sure that the order still stands as the document says. */
  checkedOn?: string
  /** Those who may add names without a new decision, in the order in which they act; absent where the document does not say. */
  dynamic?: Dynamic[]
  penalty?: LocalText
  costs?: LocalText
  contest: Contest[]
  sources: [Source, ...Source[]]
  references: Reference[]
  /** Ids of orders in whose place this one stands. */
  replaces: string[]
  /** Ids of orders that belong to the same story. */
  related: string[]
  /** Facts of the document that its author is not sure of. */
  unsure: Doubt[]
  /** Keys that this version does not know, and without which the order may not be enforced: it is only listed. */
  notUnderstood: string[]
  /** Entries that could not be used, where the rest of the order is: see `parseUsable`. */
  leftOut?: LeftOut
}

export interface Decision {
  effects: [Effect, ...Effect[]]
  kind: DecisionKind
  courts: [Court, ...Court[]]
  chamber?: LocalText
  date: EventDate
  docket?: string
  ecli?: string
  url?: string
  judge?: string
  /** Made without hearing those whom it concerns. */
  exParte?: boolean
  /** Made as the parties had agreed: a court's decision nevertheless. */
  byConsent?: boolean
  note?: LocalText
}

/** One thing that a decision does: to the whole order, or to the part that it names. */
export interface Effect {
  does: EffectKind
  /** Only for these targets. */
  targets?: Target[]
  /** Only for the measures with these indexes. */
  measures?: number[]
  /** Only for these addressees, by name. */
  addressees?: string[]
  /** From when, where that is not the day of the decision. */
  from?: EventDate
  /** Until when, where it does not last; in words where no day is known. */
  until?: EventDate | Ending
  /** Only of `quashes`: the index of the decision that no longer counts, where that is not the order itself. */
  decision?: number
  /** The term from this decision on: an extension. */
  term?: Term
}

export interface LegalBasis {
  citation: LocalText
  url?: string
  quote?: LocalText
}

/** A finding of the court. */
export interface Reason {
  category: ReasonCategory
  text?: LocalText
  /** http or https address. */
  source?: string
}

export interface Measure {
  /** `block` and `delist` are enforced; whatever else was ordered is kept and shown: `remove-app`, `suspend-name`. */
  kind: string
  addressees: Addressee[]
  wording?: LocalText
  /** Overrides the order's. */
  targets?: Target[]
  /** The means that the addressees are to use: `dns`, `ip`, `url`; absent where they may choose, or it is not said. */
  technique?: string[]
  /** Where and for whom, in place of the order's. */
  territory?: LocalText
  penalty?: LocalText
  /** In place of the order's, where it says something of its own. */
  term?: Term
  /** Only of `delist`: the searches for which results go; each holds every word of one of these. */
  queries?: string[]
  /** It binds those who visit, too. */
  binds?: 'users'
  note?: LocalText
}

/**
 * A target of a measure. A plain string is a domain without annotations, as in the document: an order can list a
 * million of them.
 */
export type Target = string | DomainTarget | HostTarget | UrlTarget | IpTarget

/** Targets that are kept secret: an annex under seal. */
export interface Withheld {
  /** How many, where that is known. */
  count?: number
  why: LocalText
}

export interface Annotations {
  note?: LocalText
  role?: 'primary' | 'redirect' | 'mirror' | 'proxy'
  /** The name that it has among those who carry the order out: a ticket's number, a row of a register. */
  reference?: string
  /** Indexes of the decisions that added it: it counts from the first one's date, and again from a later one's. */
  addedBy?: number[]
  /** ISO day or instant from which it counts, in place of the first decision's. */
  addedOn?: string
  /** ISO day or instant from which it no longer counts. */
  liftedOn?: string
  /** It counts in these alone. */
  window?: Window[]
}

/** The domain and every name below it. */
export interface DomainTarget extends Annotations {
  domain: string
}

/** The name alone, not those below it; on one port where the order names one: `a.tv`, `a.tv:8443`. */
export interface HostTarget extends Annotations {
  host: string
}

/** That prefix only: never widened to its host. */
export interface UrlTarget extends Annotations {
  url: string
}

/** Addresses by number, as the document writes them. Kept and shown, never enforced: sites that no court named share them. */
export interface IpTarget extends Annotations {
  ip: string
}

export interface Term {
  /** After `complyFrom`. */
  complyWithin?: Duration
  complyFrom?: 'pronouncement' | 'service'
  /** From when the measures are owed, where the day of service is not known: by default that is not known then. */
  startFrom?: 'pronouncement' | 'service'
  /** After `durationFrom`. */
  duration?: Duration
  /** `end` is that of the term before, of an extension. */
  durationFrom?: 'pronouncement' | 'service' | 'implementation' | 'end'
  /** The last day. */
  until?: EventDate | Ending
  openEnded?: boolean
  served?: EventDate
  implemented?: EventDate
  /** Live orders are in force only inside these. In any order; they may overlap. */
  windows?: Window[]
}

export interface Window {
  /** ISO instant. */
  start: string
  /** ISO instant. */
  end: string
  event?: LocalText
  /** The targets that it covers, in place of the order's targets. */
  targets?: Target[]
}

export interface Source {
  url: string
  note?: LocalText
  /** ISO date. */
  retrieved?: string
}

/** Where a public collection has papers of the order. */
export interface Reference {
  /** `lumen`, `celex`: see `referenceUrl`. */
  db: string
  id: string
}

/** A fact of the document that its author is not sure of. */
export interface Doubt {
  /** JSON path from the root of the document: `decisions[0].docket`. */
  path: string
  why: LocalText
}

/** Entries of a document that cannot be used. */
export interface LeftOut {
  count: number
  /** The first of what was wrong with them. */
  issues: Issue[]
}
