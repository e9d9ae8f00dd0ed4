import type { Facts } from '../import/draft.ts'

/** Facts that an order has to have: each field of the command line, and the question for it. */
export const questions = [
  ['id', 'Id of the order, for ever (a-z, 0-9, -)'],
  ['title', 'Title'],
  ['language', 'Language of the document (fr, en, de ...)'],
  ['jurisdiction', 'Country of the court (ISO 3166: FR, GB, PL ...)'],
  ['court', 'Court or authority'],
  ['date', 'Date of the decision (2013-11-28)'],
  ['docket', 'Docket number, where there is one'],
  ['basis', 'Legal basis, where it is known'],
  ['applicant', 'Applicant, where it is known'],
  ['addressee', 'Who has to block, where it is known'],
  ['source', 'Address where the decision can be read (https://...)'],
  ['until', 'Last day (2030-12-31), or empty for an open end'],
] as const

/** A document leaves out what is not known: these may be empty. */
const optionalFields = new Set(['docket', 'basis', 'applicant', 'addressee', 'until'])

/** The questions that are still open; of those that may stay empty none, where the facts were given for a script. */
export function openQuestions(facts: Facts): (typeof questions)[number][] {
  return questions.filter(([field]) => facts[field] === undefined)
}

export function isOptional(field: string): boolean {
  return optionalFields.has(field)
}
