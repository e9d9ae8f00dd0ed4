import type { Sink } from '../entry.ts'
import { eachLine } from '../lines.ts'

/** Zones that unbound answers as ever. */
const open = new Set(['transparent', 'typetransparent', 'inform', 'nodefault'])

/** Settings of unbound: `local-zone: "a.tv" always_nxdomain`, which covers the names below, too. */
export function readUnbound(text: string, sink: Sink): void {
  eachLine(text, (written, line) => {
    const value = written.replace(/(?:^|\s)#.*$/, '').trim()
    if (value === '') return sink.ignore(written.trim() === '' ? 'blank line' : 'comment')
    if (/^[\w-]+:$/.test(value)) return sink.ignore('section')
    const [, zone, kind = ''] = /^local-zone:\s*"?([^\s"]+)"?\s+"?([\w-]+)"?$/.exec(value) ?? []
    if (zone === undefined) return sink.entry({ line, value, other: dataOrSetting(value) })
    sink.entry({ line, value: zone, ...(open.has(kind) ? { other: 'exception' } : {}) })
  })
}

function dataOrSetting(value: string): string {
  return value.startsWith('local-data') ? 'local data' : 'other setting'
}
