import { parseUrl } from '../parse-url.ts'

/**
 * Whether `text` is an IP address as orders write it: alone, with a port, as a range by its length or by its ends.
 *
 *   192.0.2.1     192.0.2.1:8080       192.0.2.0/24    192.0.2.1-192.0.2.9
 *   2001:DB8::1   [2001:db8::1]:443    2001:db8::/32   2001:db8::1 - 2001:db8::ff
 */
export function isAddressRange(text: string): boolean {
  const ends = text.split(/\s*[-\u2013]\s*/)
  if (ends.length === 2) return ends.every(isV4) || ends.every(isV6)
  const [, network, length] = /^(.*)\/(\d{1,3})$/.exec(text) ?? []
  if (network !== undefined) return isV4(network) ? Number(length) <= 32 : isV6(network) && Number(length) <= 128
  const [, address = text, port = '1'] = /^([\d.]+|\[.*\]):(\d{1,5})$/.exec(text) ?? []
  return (isV4(address) || isV6(address)) && Number(port) >= 1 && Number(port) <= 65_535
}

function isV4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text)
}

/** Every form of RFC 4291, 2.2, as the URL standard reads them; in brackets, too. */
function isV6(text: string): boolean {
  const address = text.replace(/^\[(.*)\]$/, '$1')
  return /^[0-9a-f.]*:[0-9a-f:.]+$/i.test(address) && parseUrl(`http://[${address}]/`) !== undefined
}

/**
 * The host of addresses at a single IP address, as the URL standard writes it: `192.0.2.1`, `[2001:db8::1]`. Undefined for a
 * range: none of its addresses is named.
 */
export function hostOfAddress(text: string): string | undefined {
  const written = /^https?:/.test(text) ? text : `http://${isV6(text) ? `[${text.replace(/^\[|\]$/g, '')}]` : text}/`
  if (!/^https?:/.test(text) && /[/\s\u2013-]/.test(text)) return undefined
  return parseUrl(written)?.hostname
}
