import { commented, instantText, orderLines } from './comments.ts'
import { zoneName, type Zone } from './zones.ts'

export interface ZoneText {
  text: string
  /** Names that are too long for a policy zone, or that it would take for a rule of another kind. */
  unfit: string[]
}

/**
 * A response policy zone as a master file (RFC 1035, 5). Names are relative, so that it is loaded under any name:
 *
 *   a.tv    CNAME .      the name does not exist,
 *   *.a.tv  CNAME .      nor does any below it
 *
 * @param at epoch ms, of which the serial number is made: a later one is newer
 */
export function zoneText(zone: Zone, at: number): ZoneText {
  const room = longestName - zoneName(zone.id).length - 1
  const unfit: string[] = []
  const lines: string[] = []
  const add = (name: string, below: boolean) => {
    const fits = !name.includes('.rpz-') || !/\.rpz-[a-z-]+$/.test(name)
    if (!fits || name.length + (below ? 2 : 0) > room) unfit.push(name)
    if (fits && name.length <= room) lines.push(`${name} CNAME .`)
    if (fits && below && name.length + 2 <= room) lines.push(`*.${name} CNAME .`)
  }
  for (const name of zone.domains) add(name, true)
  for (const name of zone.hosts) add(name, false)
  const head = commented([`as of ${instantText(at)}`, ...orderLines(zone.orders)], ';')
  return { text: `${head}${apex(at)}${lines.map((line) => `${line}\n`).join('')}`, unfit }
}

/** Characters of a name without its final dot, zone included. */
const longestName = 253

function apex(at: number): string {
  const serial = Math.floor(at / 1000) % 2 ** 32
  return `$TTL 300\n@ SOA localhost. nobody.invalid. ${serial} 3600 600 604800 300\n@ NS localhost.\n`
}
