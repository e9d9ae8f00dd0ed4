import type { Detail } from '../../../src/words/phrase.ts'

/** Text of an order or about it, isolated from the direction of the text around it. Never read as markup. */
export function Phrase({ children: detail }: { children: Detail }) {
  const { text, language, date } = typeof detail === 'string' ? { text: detail } : detail
  if (date !== undefined) return <time dateTime={date}>{text}</time>
  return <bdi lang={language}>{text}</bdi>
}
