import type { Addressee, Contest, Court, Party } from '../parties.ts'
import { addresseeClasses, contestRoles } from '../vocabulary.ts'
import { link } from './fields.ts'
import { as, eitherForm, oneOrMore } from './forms.ts'
import { object, oneOf, optional, required, type Reader } from './reader.ts'
import { localText, text } from './texts.ts'

/** A name, in one language or several; or an object with `name` and what else is known. */
export function party(language: string): Reader<Party> {
  const words = localText(language)
  return eitherForm(
    ['name'],
    object({ name: required(words), note: optional(words) }),
    as(words, (name) => ({ name })),
  )
}

/** As a party; one that its `class` describes needs no name. */
export function addressee(language: string): Reader<Addressee> {
  const words = localText(language)
  return eitherForm<Addressee>(
    ['name', 'class'],
    object({ name: optional(words), class: optional(oneOf(...addresseeClasses)), note: optional(words) }),
    as(words, (name) => ({ name })),
  )
}

/** A court's name; an object with its `successor`; or a list of courts. */
export function courts(language: string): Reader<[Court, ...Court[]]> {
  const words = localText(language)
  return oneOrMore(
    eitherForm<Court>(
      ['name'],
      object({ name: required(words), successor: optional(words) }),
      as(words, (name) => ({ name })),
    ),
  )
}

/** One way to contest, the visitor's unless it says otherwise; or a list of them. */
export function contest(language: string): Reader<[Contest, ...Contest[]]> {
  const words = localText(language)
  const way = object({
    role: optional(oneOf(...contestRoles)),
    text: optional(words),
    forum: optional(words),
    basis: optional(words),
    deadline: optional(words),
    address: optional(words),
    url: optional(link),
    contact: optional(text),
  })
  return oneOrMore((value, path, report) => {
    const read = way(value, path, report)
    if (!read) return undefined
    if (!read.text && !read.forum && !read.basis)
      return report.issue('missing', `${path}.text`, 'is required where no forum or basis says how')
    return { role: 'visitor', ...read }
  })
}
