import { isAddressRange } from '../order/ip-address.ts'
import type { FormatName } from './formats.ts'
import { looksListed } from './headers.ts'
import { firstLines } from './lines.ts'

const lineKinds: readonly [format: FormatName, line: RegExp][] = [
  ['adblock', /^(?:@@)?\|\|?\S|#[@?$%]{0,2}#/],
  ['dnsmasq', /^(?:server|address|local|ipset|nftset)=\//],
  ['unbound', /^local-(?:zone|data):/],
  ['rpz', /\s(?:IN\s+)?CNAME\s+\S+/i],
  ['clash', /^(?:- *)?["']?(?:DOMAIN(?:-SUFFIX|-KEYWORD|-REGEX)?|IP-CIDR6?)\s*,/],
]

/** The format that most of a text's first lines are in. */
export function guessFormat(text: string): FormatName {
  const lines = firstLines(text, 300)
  const first = (lines[0] ?? '').trimStart().replace(/^\ufeff/, '')
  if (/^<[?!\w]/.test(first)) return 'xml'
  if (/^\[adblock/i.test(first)) return 'adblock'
  if (/^(?:\{|\[(?:\s*["{[\]]|\s*$))/.test(first)) return 'json'
  if (lines.some((line) => /^\$(?:TTL|ORIGIN)\s|\sSOA\s/i.test(line))) return 'rpz'
  const said = lines.map((line) => line.trim()).filter((line) => !/^(?:[!;]|#(?![@#?$%])|\/\/)/.test(line))
  const most = (fits: (line: string) => boolean) => said.filter(fits).length * 2 > said.length
  const byLine = lineKinds.find(([, kind]) => most((line) => kind.test(line)))?.[0]
  if (byLine) return byLine
  if (most(isHostsLine)) return 'hosts'
  if (most((line) => line.includes('\t') && line.split('\t').some(looksListed))) return 'tsv'
  if (most((line) => isTableRow(line, ';')) || most((line) => isTableRow(line, ','))) return 'csv'
  return most((line) => line.split(/\s+/).length > 3) ? 'text' : 'plain'
}

function isHostsLine(line: string): boolean {
  const [address = '', name] = line.split(/\s+/)
  return name !== undefined && !name.startsWith('#') && isAddressRange(address)
}

/**
 * `a.tv;` in a list of names is no row: a table has something in a second column. Nor is a sentence, whose commas have spaces
 * behind them and whose parts are no names.
 */
function isTableRow(line: string, delimiter: string): boolean {
  const cells = line.split(delimiter)
  const isFilled = cells.length > 2 || (cells[1] ?? '').trim() !== ''
  return isFilled && (cells.slice(1).some((cell) => /^\S/.test(cell)) || cells.some(looksListed))
}
