import type { Decision, Effect, Target } from '../order.ts'
import { decisionKinds, effectKinds } from '../vocabulary.ts'
import { ecli, eventDate, eventDay, link } from './fields.ts'
import { oneOrMore } from './forms.ts'
import { courts } from './parties.ts'
import { flag, isObject, list, object, oneOf, optional, required, wholeNumber, type Reader } from './reader.ts'
import { term, until } from './term.ts'
import { localText, text } from './texts.ts'

/**
 * A decision. What limits its effects (targets, measures, addressees, a beginning, an end, a term) may stand beside
 * `effect` for all of them, or in an effect of its own: `{"effect": "suspends", "targets": ["a.tv"]}`.
 */
export function decision(language: string, targets: Reader<Target[]>): Reader<Decision> {
  const words = localText(language)
  const limits = {
    targets: optional(targets),
    measures: optional(list(wholeNumber(0))),
    addressees: optional(list(text)),
    from: optional(eventDate),
    until: optional(until(language)),
    decision: optional(wholeNumber(0)),
    term: optional(term(language, targets)),
  }
  const kind = oneOf(...effectKinds)
  const limited = object({ effect: required(kind), ...limits })
  const effect: Reader<Effect> = (value, path, report) => {
    if (!isObject(value)) {
      const does = kind(value, path, report)
      return does === undefined ? undefined : { does }
    }
    const { effect: does, ...own } = limited(value, path, report) ?? {}
    return does === undefined ? undefined : { does, ...own }
  }
  const whole = object({
    effect: required(oneOrMore(effect)),
    ...limits,
    kind: required(oneOf(...decisionKinds)),
    court: required(courts(language)),
    chamber: optional(words),
    date: required(eventDay),
    docket: optional(text),
    ecli: optional(ecli),
    url: optional(link),
    judge: optional(text),
    exParte: optional(flag),
    byConsent: optional(flag),
    note: optional(words),
  })
  return (value, path, report) => {
    const read = whole(value, path, report)
    if (!read) return undefined
    const {
      effect: effects,
      court,
      targets: named,
      measures,
      addressees,
      from,
      until: to,
      decision,
      term,
      ...facts
    } = read
    const shared = { targets: named, measures, addressees, from, until: to, decision, term }
    const given = Object.fromEntries(Object.entries(shared).filter(([, limit]) => limit !== undefined))
    const [first, ...others] = effects.map((one): Effect => ({ ...given, ...one }))
    return { ...facts, effects: [first!, ...others], courts: court }
  }
}
