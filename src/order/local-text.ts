/** A text by BCP 47 language; the document's own language is always there. */
export type LocalText = Readonly<Record<string, string>>
