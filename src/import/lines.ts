/** Calls back for each line with its number, from 1, without its ending: of a million lines none is kept. */
export function eachLine(text: string, take: (line: string, number: number) => void): void {
  const ending = text.includes('\n') ? '\n' : '\r'
  let number = 1
  for (let from = 0; from < text.length; number++) {
    const found = text.indexOf(ending, from)
    const end = found < 0 ? text.length : found
    take(text[end - 1] === '\r' && end > from ? text.slice(from, end - 1) : text.slice(from, end), number)
    from = end + 1
  }
}

/** The first lines that hold something, to see of what kind a text is. */
export function firstLines(text: string, most: number): string[] {
  const start = text.slice(0, 64 * 1024).split(/\r\n?|\n/)
  return start.filter((line) => line.trim() !== '').slice(0, most)
}
