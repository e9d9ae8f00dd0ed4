import type { Layout } from './layout.ts'

/** Words by which registers head their columns, in the languages in which they are read most. */
const words: readonly [field: Exclude<keyof Layout, 'between'>, header: RegExp][] = [
  ['account', /účtu|account|konto|iban/],
  ['lifted', /výmaz|wykre|delet|remov|lifted|revok|unblock|exclu|исключ|вилуч|gelöscht|levée/],
  ['added', /datum|data|date|added|listed|since|blocked_on|внес|дата/],
  ['url', /^urls?$|page|lien|strona/],
  ['ip', /^ips?$|ip.?addr|adres.?ip|^ipv[46]$/],
  ['authority', /authority|institution|autorit|organ|court|tribunal|behörde/],
  ['docket', /docket|decision|notes?$|number|aktenzeichen|décision|provvedimento|rozhodnut/],
  ['name', /domain|domen|domaine|domini|doména|host|fqdn|name|adres|site|web|сайт|nom/],
]

/** The columns that a header's words tell; each field takes the first that fits. */
export function layoutOf(headers: readonly string[]): Layout {
  const layout: Layout = {}
  for (const [at, header] of headers.entries()) {
    const found = words.find(([field, word]) => layout[field] === undefined && word.test(header.trim().toLowerCase()))
    if (found) layout[found[0]] = at + 1
  }
  return layout
}

/** A cell that could be a name or an address: to see in which column they stand. */
export function looksListed(cell: string): boolean {
  return /^(?:https?:\/\/)?(?:\*\.)?[^\s.@,;/]+(?:\.[^\s.@,;/]+)*\.[^\s.@,;/\d]{2,}(?:[/?:].*)?$/iu.test(cell.trim())
}
