import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'

/**
 * Settings of dnsmasq:
 *
 *   server=/a.tv/             a.tv: it has no answer; so has local=/a.tv/
 *   address=/a.tv/b.tv/::     a.tv, b.tv: they lead elsewhere
 *   ipset=/a.tv/set           a.tv, and nftset
 *   server=/a.tv/192.0.2.1    other: forwarded to another resolver, not blocked
 */
export function readDnsmasq(text: string, sink: Sink): void {
  eachLine(text, (written, line) => {
    const value = written.replace(/(?:^|\s)#.*$/, '').trim()
    if (value === '') return sink.ignore(written.trim() === '' ? 'blank line' : 'comment')
    const [, key, names, end = ''] = /^(server|local|address|ipset|nftset)=\/(.*)\/([^/]*)$/.exec(value) ?? []
    if (names === undefined) return sink.entry({ line, value, other: 'other setting' })
    if (key === 'server' && end !== '') return sink.entry({ line, value, other: 'forwarding' })
    for (const name of names.split('/')) sink.entry({ line, value: name })
  })
}
