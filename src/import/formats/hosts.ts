import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'
import { isAddressRange } from '../../order/ip-address.ts'

/** A hosts file: an address, whichever it leads to, and names. */
export function readHosts(text: string, sink: Sink): void {
  eachLine(text, (written, line) => {
    const said = written.replace(/#.*$/, '').trim()
    if (said === '') return sink.ignore(written.trim() === '' ? 'blank line' : 'comment')
    const [address = '', ...names] = said.split(/\s+/)
    if (!isAddressRange(address)) return sink.entry({ line, value: said, other: 'line without an address' })
    if (names.length === 0) return sink.entry({ line, value: said, other: 'address without a name' })
    for (const value of names) sink.entry({ line, value })
  })
}
