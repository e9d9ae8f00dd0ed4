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
  /** At least one; the first has effect `orders`. */
  decisions: [Decision, ...Decision[]]
  legalBasis: LegalBasis[]
  applicants: string[]
  measures: [Measure, ...Measure[]]
  /** Targets of all measures that have none of their own. */
  targets: Target[]
  term: Term
  dynamic: Dynamic
  costs?: LocalText
  contest?: Contest
  sources: [Source, ...Source[]]
}

/** A text by BCP 47 language; the document's own language is always there. */
export type LocalText = Readonly<Record<string, string>>

export interface Decision {
  effect: 'orders' | 'extends' | 'varies' | 'confirms' | 'suspends' | 'lifts' | 'costs'
  kind: 'judgment' | 'interim' | 'administrative' | 'agreement'
  court: string
  chamber?: string
  /** ISO date. */
  date: string
  docket?: string
  ecli?: string
  url?: string
  note?: LocalText
  /** Only for `lifts`: the targets that it lifts; without it the whole order is lifted. */
  targets?: Target[]
}

export interface LegalBasis {
  citation: string
  url?: string
  quote?: string
}

export interface Measure {
  kind: 'block' | 'delist'
  addressees: string[]
  wording?: LocalText
  /** Overrides the order's. */
  targets?: Target[]
}

/**
 * A target of a measure. A plain string is a domain without annotations, as in the document: an order can list a
 * million of them.
 */
export type Target = string | DomainTarget | HostTarget | UrlTarget | IpTarget

export interface Annotations {
  note?: LocalText
  role?: 'primary' | 'redirect' | 'mirror' | 'proxy'
  /** What it is known by among those who carry the order out: a ticket's number, a row of a register. */
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
  /** ISO 8601 duration after `complyFrom`. */
  complyWithin?: string
  complyFrom?: 'pronouncement' | 'service'
  /** ISO 8601 duration after `durationFrom`. */
  duration?: string
  durationFrom?: 'pronouncement' | 'service' | 'implementation'
  /** ISO date: the last day. */
  until?: string
  openEnded?: boolean
  served?: EventDate
  implemented?: EventDate
  /** Live orders are in force only inside these. */
  windows?: Window[]
}

/** `~` after the date in the document means about. */
export interface EventDate {
  /** ISO date. */
  date: string
  approximate: boolean
}

export interface Window {
  /** ISO instant. */
  start: string
  /** ISO instant. */
  end: string
}

/** The body that may add names without a new decision. */
export type Dynamic = 'none' | 'applicant-notice' | 'regulator' | 'registrar'

export interface Contest {
  text: LocalText
  url?: string
  contact?: string
}

export interface Source {
  url: string
  note?: LocalText
  retrieved?: string
}
