/** A spreadsheet takes a cell that begins with one of these for a formula, and runs it. */
const formula = /^[=+\-@\t\r]/

/** A row of a table with its end (RFC 4180). */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

export function csvCell(value: string): string {
  const inert = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
