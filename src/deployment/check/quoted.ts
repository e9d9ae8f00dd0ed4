/** The index behind the quotation mark that ends the text which begins at `start`, where a backslash escapes; -1 where none does. */
export function endOfQuoted(text: string, start: number): number {
  const marks = /["\\]/g
  marks.lastIndex = start + 1
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === '"') return found.index + 1
    marks.lastIndex = found.index + 2
  }
  return -1
}
