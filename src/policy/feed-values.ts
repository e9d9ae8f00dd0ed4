import { isObject, type Reader, type Report } from '../order/reading/reader.ts'

/** A feed as an administrator or a person names it. */
export interface FeedSource {
  /** Its address, and those of mirrors that are asked where it fails; each ends with `/`. */
  addresses: string[]
  /** SHA-256 of its root, hexadecimal: what the publisher gives by another way than the feed. */
  root: string
}

const advice =
  'must be an address and, after a space, the SHA-256 of the feed’s root: "https://example.org/feed/ 5f0c…"'

/** More mirrors than this are a mistake: each is asked in turn. */
const mostAddresses = 10

/** `https://example.org/feed/,https://mirror.example/feed 5f0c…`, or what was read of such a text. */
export const feedSource: Reader<FeedSource> = (given, path, report) => {
  const value = isObject(given) ? `${String(given['addresses'])} ${String(given['root'])}` : given
  const [list = '', digest = '', ...more] = typeof value === 'string' ? value.trim().split(/\s+/) : []
  if (list === '' || more.length > 0) return refuse(report, path, advice)
  const addresses = list.split(',').map(feedAddress)
  if (addresses.length > mostAddresses) return refuse(report, path, `has more than ${mostAddresses} addresses`)
  const root = digest.toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(root)) return refuse(report, path, advice)
  return addresses.every((one) => one !== undefined)
    ? { addresses, root }
    : refuse(report, path, 'must have an https address without user name, "?" and "#"')
}

/**
 * The address of a feed's folder, as the URL standard writes it; undefined where that can be none. What travels without
 * encryption stays on this computer: there it is for trying things.
 */
export function feedAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined
  const url = new URL(written)
  const isLocal = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname)
  if ((url.protocol !== 'https:' && !isLocal) || /[?#]/.test(written) || url.username !== '' || url.password !== '')
    return undefined
  return url.href.replace(/\/*$/, '/')
}

/** An update that is held: an order's id, and the version that is let through. */
export interface HeldUpdate {
  order: string
  version: number
}

/** `some-order 12`. */
export const heldUpdate: Reader<HeldUpdate> = (value, path, report) => {
  const [, order, version] = typeof value === 'string' ? (/^(\S+)\s+(\d{1,15})$/.exec(value.trim()) ?? []) : []
  return order === undefined
    ? refuse(report, path, 'must be an order’s id and the version to apply: "some-order 12"')
    : { order, version: Number(version) }
}

function refuse(report: Report, path: string, message: string): undefined {
  return report.issue('setting-value', path, message)
}
