/** A piece of text for a reader. */
export interface Phrase {
  text: string
  /** BCP 47, where it is not the page's own: it is read aloud and hyphenated in its own language. */
  language?: string
  /** ISO date, where the text is one. */
  date?: string
}

/** A fact's value: text in the reader's language, or a phrase that has to say more of itself. */
export type Detail = string | Phrase

export function plain(detail: Detail): string {
  // In a text of lines, a line break in a court's name would begin a line of its own.
  return (typeof detail === 'string' ? detail : detail.text).replaceAll(/\s*\n\s*/g, ' ')
}

/** A text of `language` for readers of `reader` (both BCP 47): marked where the two differ. */
export function phraseIn(text: string, language: string, reader: string): Phrase {
  return base(language) === base(reader) ? { text } : { text, language }
}

function base(tag: string): string {
  return tag.split('-')[0]!
}
