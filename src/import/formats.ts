import type { Issue } from '../order/issue.ts'
import type { Sink } from './entry.ts'
import { readAdblock } from './formats/adblock.ts'
import { readClash } from './formats/clash.ts'
import { readDnsmasq } from './formats/dnsmasq.ts'
import { readHosts } from './formats/hosts.ts'
import { readJson } from './formats/json.ts'
import { readPlain } from './formats/plain.ts'
import { readProse } from './formats/prose.ts'
import { readRpz } from './formats/rpz.ts'
import { readTable, type TableForm } from './formats/table.ts'
import { readUnbound } from './formats/unbound.ts'
import { readXml, type XmlForm } from './formats/xml.ts'

/** How a register is written, beside its format: what a profile or a command line says of it. */
export type Form = TableForm & XmlForm

/** Hands a text's entries to the sink; an issue where the text is not of that format. */
type Reading = (text: string, sink: Sink, form: Form) => Issue | undefined | void

/** Every format, by the name that `--format` takes. */
export const formats = {
  plain: readPlain,
  hosts: readHosts,
  adblock: readAdblock,
  dnsmasq: readDnsmasq,
  unbound: readUnbound,
  rpz: readRpz,
  clash: readClash,
  csv: readTable,
  tsv: (text, sink, form) => readTable(text, sink, { delimiter: '\t', ...form }),
  xml: readXml,
  json: readJson,
  text: readProse,
} as const satisfies Record<string, Reading>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

export function readAs(format: FormatName, text: string, sink: Sink, form: Form): Issue | undefined {
  const reading: Reading = formats[format]
  return reading(text, sink, form) ?? undefined
}
