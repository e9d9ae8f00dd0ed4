import { withoutFinalDot } from '../../order/final-dot.ts'
import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'

/**
 * Response policy zones, as files of a name server. A name and `*.` before it are one domain: that a server needs two lines
 * is its own matter.
 *
 *   a.tv        CNAME .              a.tv; so are *., rpz-drop. and the name of a page that says why
 *   *.a.tv      CNAME .              a.tv
 *   b.tv        CNAME rpz-passthru.  other: an exception
 *   8.1.2.0.192.rpz-ip CNAME .       other: a rule by address
 *   @ SOA, NS, $TTL                  ignored
 */
export function readRpz(text: string, sink: Sink): void {
  let origin = ''
  let owner = ''
  let depth = 0
  eachLine(text, (written, line) => {
    const said = written.replaceAll(/"[^"]*"/g, '""').replace(/;.*$/, '')
    const wasOpen = depth > 0
    for (const one of said) depth += one === '(' ? 1 : one === ')' ? -1 : 0
    depth = Math.max(0, depth)
    if (said.trim() === '') return sink.ignore(written.trim() === '' ? 'blank line' : 'comment')
    const [, zone] = /^\$ORIGIN\s+(\S+)/i.exec(said) ?? []
    if (zone !== undefined) origin = withoutFinalDot(zone.toLowerCase())
    if (wasOpen || said.startsWith('$')) return sink.ignore('record of the zone')
    const fields = said.trim().split(/\s+/)
    if (!/^\s/.test(said)) owner = fields.shift()!
    while (fields[0] !== undefined && /^(?:\d+[smhdw]?|IN)$/i.test(fields[0])) fields.shift()
    const [type = '', target = ''] = fields
    if (/^(?:SOA|NS|DNSKEY|RRSIG|NSEC3?)$/i.test(type)) {
      if (/^SOA$/i.test(type) && owner.endsWith('.')) origin = withoutFinalDot(owner.toLowerCase())
      return sink.ignore('record of the zone')
    }
    const value = nameOf(owner, origin)
    const other = otherKind(value, type.toUpperCase(), target.toLowerCase())
    sink.entry({ line, value: other === undefined ? value : said.trim(), ...(other === undefined ? {} : { other }) })
  })
}

/** An owner with its final dot is written out to the root: with the name of the zone. */
function nameOf(owner: string, origin: string): string {
  const name = withoutFinalDot(owner)
  const end = `.${origin}`
  return owner.endsWith('.') && origin !== '' && name.toLowerCase().endsWith(end) ? name.slice(0, -end.length) : name
}

function otherKind(name: string, type: string, target: string): string | undefined {
  if (/\.rpz-(?:ip|client-ip|nsip|nsdname)$/i.test(name)) return 'rule by address'
  if (type === 'CNAME') return /^rpz-(?:passthru|tcp-only)\.?$/.test(target) ? 'exception' : undefined
  return type === 'A' || type === 'AAAA' ? undefined : 'other record'
}
