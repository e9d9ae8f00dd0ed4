import type { ExplainedOrder } from '../standing/explain.ts'
import { groundOf, type Ground } from './ground.ts'
import type { CountKey } from './message-key.ts'
import { noticeOf } from './notice.ts'
import { termOf } from './term-facts.ts'
import { decidedBy } from './order-facts.ts'
import type { Phrase } from './phrase.ts'
import type { Words } from './words.ts'

/**
 * The notice's words, ready but for its numbers: to ask the browser for them on the page, or to write dates there,
 * would take longer than all the rest.
 */
export interface NoticeWords {
  /** BCP 47. */
  language: string
  direction: string
  label: string
  why: string
  /** Says where this can be changed, and asked about. */
  act: string
  /** By what the orders that hide them have in common. */
  hidden: Record<Ground | 'several', Numbered>
  results: Numbered
}

/** A sentence about a number, which stands in it as `$1`. */
export interface Numbered {
  singular: string
  plural: string
  /** Numbers that take the singular: 0 does in some languages. */
  singulars: number[]
}

/** An order as the notice describes it. */
export interface OrderNotice {
  id: string
  ground: Ground
  title: Phrase
  court: Phrase
  /** Date and docket, or else the ECLI. */
  identity: string
  /** The legal basis, and until when the order stands. */
  basis: string
  /** Sentences: whether the order addresses this engine; where its term has ended, by whose choice it is applied. */
  remarks: string[]
}

export function noticeWords({ language, say }: Words): NoticeWords {
  const rules = new Intl.PluralRules(language)
  // In the languages that there are, no larger number takes it.
  const singulars = [0, 1].filter((count) => rules.select(count) === 'one')
  const numbered = (key: CountKey): Numbered => ({
    singular: say(`${key}One`, '$1'),
    plural: say(`${key}Other`, '$1'),
    singulars,
  })
  return {
    language,
    direction: say('direction'),
    label: say('extensionName'),
    why: say('searchWhy'),
    act: say('searchAct'),
    hidden: {
      court: numbered('searchHidden'),
      authority: numbered('searchHiddenAuthority'),
      agreement: numbered('searchHiddenAgreement'),
      beyondTerm: numbered('searchHiddenBeyond'),
      several: numbered('searchHiddenSeveral'),
    },
    results: numbered('searchResults'),
  }
}

/** @param isAddressed whether the order names who runs the engine */
export function orderNotice(explained: ExplainedOrder, isAddressed: boolean, words: Words, now: number): OrderNotice {
  // Whether its entry blocks is no matter on a result page.
  const { entry: _, ...order } = explained
  return {
    id: order.record.order.id,
    ground: groundOf(explained),
    title: words.phrase(order.record.order.title),
    ...decidedBy(order.record, words),
    basis: [
      ...order.record.order.legalBasis.slice(0, 1).map(({ citation }) => words.text(citation)),
      ...termOf(order.record, words, now).slice(-1),
    ].join(' · '),
    remarks: [
      words.say(isAddressed ? 'searchAddressed' : 'searchNotAddressed'),
      noticeOf(order, words, now) ?? [],
    ].flat(),
  }
}
