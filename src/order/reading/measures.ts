import type { Measure, Target } from '../order.ts'
import { word } from './fields.ts'
import { most } from './most.ts'
import { addressee } from './parties.ts'
import { oneOrMore } from './forms.ts'
import { list, object, oneOf, optional, required, type Reader } from './reader.ts'
import { term } from './term.ts'
import { localText, text } from './texts.ts'

/** A measure of any kind: those that Writ does not know it keeps and shows. */
export function measure(language: string, targets: Reader<Target[]>): Reader<Measure> {
  const words = localText(language)
  return object({
    kind: required(word),
    addressees: required(list(addressee(language), most.addressees)),
    wording: optional(words),
    targets: optional(targets),
    technique: optional(oneOrMore(word)),
    territory: optional(words),
    penalty: optional(words),
    term: optional(term(language, targets)),
    queries: optional(oneOrMore(text)),
    binds: optional(oneOf('users')),
    note: optional(words),
  })
}
