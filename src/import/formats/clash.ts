import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'

/** Rules of Clash and its kin: `DOMAIN-SUFFIX,a.tv`, `- DOMAIN,a.tv,REJECT`; other kinds are counted by their own names. */
export function readClash(text: string, sink: Sink): void {
  eachLine(text, (written, line) => {
    const said = written.trim()
    if (said === '') return sink.ignore('blank line')
    if (said.startsWith('#') || said === 'payload:') return sink.ignore('comment')
    const [kind = '', value = '', policy = ''] = said
      .replace(/^-\s*/, '')
      .replaceAll(/["']/g, '')
      .split(/\s*,\s*/)
    if (/^direct$/i.test(policy)) return sink.entry({ line, value: said, other: 'exception' })
    if (kind === 'DOMAIN-SUFFIX' || /^IP-CIDR6?$/.test(kind)) return sink.entry({ line, value })
    if (kind === 'DOMAIN') return sink.entry({ line, value, alone: true })
    sink.entry({ line, value: said, other: kind === '' ? 'rule without a kind' : kind.slice(0, 40) })
  })
}
