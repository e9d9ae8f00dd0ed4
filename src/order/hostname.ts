import { parse as parseSuffix } from 'tldts'
import { controlsInHost } from './controls.ts'
import { withoutFinalDot } from './final-dot.ts'
import { longestHost } from './suffixes.ts'
import { canonicalSpelling } from './url-spelling.ts'
import { parseUrl } from '../parse-url.ts'

/** Why a name cannot be a target. */
interface HostRefusal {
  code: HostCode
  message: string
}

type HostCode =
  | 'host-empty'
  | 'host-space'
  | 'host-control'
  | 'host-wildcard'
  | 'host-path'
  | 'host-port'
  | 'host-userinfo'
  | 'host-ip'
  | 'host-single-label'
  | 'host-local'
  | 'host-public-suffix'
  | 'host-label-length'
  | 'host-length'
  | 'host-underscore'
  | 'host-invalid'

type HostResult = { ok: true; host: string } | ({ ok: false } & HostRefusal)

/**
 * A domain name as the URL standard writes it: lower case, punycode, no final dot.
 *
 *   DPStream.TV.     dpstream.tv
 *   dp%73tream.tv    dpstream.tv
 *   münchen.de       xn--mnchen-3ya.de
 *   a.tv/films       refused: a path belongs to a url target
 *   *.a.tv           refused: a domain includes the names below it
 *   com, github.io   refused: under a public suffix (ICANN's or a private one) are other people's sites
 *
 * Names that end in an unknown top-level domain are taken: new ones come faster than lists of them.
 */
export function normalizeHost(input: string): HostResult {
  return plain.test(input) ? checked(input) : normalizeUnusual(input)
}

/** A million names are mostly already as they should be; these need no URL parser. */
const plain = /^(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!xn--)[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

function normalizeUnusual(input: string): HostResult {
  const written = refusalOfSpelling(input)
  if (written) return { ok: false, ...written }
  const url = parseUrl(`http://${input}`)
  return url
    ? checked(withoutFinalDot(url.hostname))
    : refuse('host-invalid', 'is not a domain name by the URL standard: check its spelling')
}

function checked(host: string): HostResult {
  const refusal = refusalOfHost(host)
  return refusal ? { ok: false, ...refusal } : { ok: true, host }
}

function refusalOfSpelling(input: string): HostRefusal | undefined {
  if (input === '') return { code: 'host-empty', message: 'is empty: write a domain name such as example.com' }
  if (controlsInHost.test(input))
    return { code: 'host-control', message: 'holds an invisible control character: write the name by hand' }
  if (/[\s,;]/.test(input))
    return { code: 'host-space', message: 'holds a space or a separator: write one name, without spaces' }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input) || /[/\\?#]/.test(input))
    return { code: 'host-path', message: 'is an address, not a name: write {"url": "https://host/path"} for a page' }
  if (input.includes('@')) return { code: 'host-userinfo', message: 'holds an @: write the name alone' }
  if (/[*|^]/.test(input))
    return { code: 'host-wildcard', message: 'holds a wildcard: write the domain, which includes every name below it' }
  if (input.startsWith('[') || /^[0-9a-f]*:[0-9a-f:.]*$/i.test(input))
    return { code: 'host-ip', message: 'is an IP address: write {"ip": "..."}, which is shown and never enforced' }
  if (/:\d*$/.test(input))
    return {
      code: 'host-port',
      message: 'holds a port: write {"host": "name:port"} for that one, or the name, which stands for every port',
    }
  if (/(^|[.。．｡])[.。．｡]|^[.。．｡]/.test(input)) return { code: 'host-invalid', message: emptyLabel }
  return undefined
}

const emptyLabel = 'has an empty label: write it without the extra dot'

function refusalOfHost(host: string): HostRefusal | undefined {
  if (host.length > longestHost)
    return { code: 'host-length', message: 'is longer than 253 characters, which no name can be: check its spelling' }
  const { isIp, domain, isIcann, isPrivate, publicSuffix } = parseSuffix(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  })
  if (isIp)
    return { code: 'host-ip', message: 'is an IP address: write {"ip": "..."}, which is shown and never enforced' }
  const labels = host.split('.')
  if (labels.some((label) => label.length > 63))
    return {
      code: 'host-label-length',
      message: 'has a label longer than 63 characters, which no name can have: check its spelling',
    }
  if (labels.some((label) => label === '')) return { code: 'host-invalid', message: emptyLabel }
  if (localNames.has(labels.at(-1)!))
    return {
      code: 'host-local',
      message: 'is a name of the local machine or network: write a name that everybody can ask for',
    }
  if (publicSuffix === host && (isIcann || isPrivate))
    return {
      code: 'host-public-suffix',
      message: 'is a public suffix, under which are other people’s sites: write the site',
    }
  if (labels.length === 1) return { code: 'host-single-label', message: 'is a single label: write the whole name' }
  if (domain === null) return { code: 'host-public-suffix', message: 'is a public suffix: write the site below it' }
  if (!/^[a-z0-9._-]+$/.test(host)) return { code: 'host-invalid', message: wrongLetters }
  return /_|-(\.|$)|(^|\.)-/.test(host) ? refusalOfRegistered(host) : undefined
}

/**
 * Below a registered name its owner writes what browsers open: `-a.b.example`, `my_bucket.s3.amazonaws.com`. Registries, and
 * so not those who let names below a private suffix, take no such name.
 */
function refusalOfRegistered(host: string): HostRefusal | undefined {
  const { domain } = parseSuffix(host, { allowPrivateDomains: false, extractHostname: false, validateHostname: false })
  if (domain?.includes('_'))
    return {
      code: 'host-underscore',
      message: 'holds an underscore where a registered name cannot have one: check its spelling',
    }
  return domain?.split('.').some((label) => /^-|-$/.test(label))
    ? { code: 'host-invalid', message: wrongLetters }
    : undefined
}

const wrongLetters = 'is not a domain name: a label has letters, digits and inner hyphens'

/**
 * A name alone, with its port where it has one: `a.tv`, `a.tv:8443`. Port 80 is one like any other: `a.tv` stands for them
 * all.
 */
export function normalizeHostAndPort(input: string): HostResult {
  const [, name = input, digits] = /^([^[\]:]*):(\d*)$/.exec(input) ?? []
  const normal = normalizeHost(name)
  if (!normal.ok || digits === undefined) return normal
  const port = Number(digits)
  return digits !== '' && port >= 1 && port <= 65_535
    ? { ok: true, host: `${normal.host}:${port}` }
    : refuse('host-port', 'holds a port that is none of 1 to 65535: check it')
}

const localNames = new Set(['localhost', 'local', 'localdomain', 'internal', 'home', 'lan', 'arpa'])

function refuse(code: HostCode, message: string): HostResult {
  return { ok: false, code, message }
}

/** Why an address cannot be a URL target, or the address as the URL standard writes it, in its canonical spelling. */
type UrlResult = { ok: true; url: string; fragmentDropped: boolean } | { ok: false; code: string; message: string }

/**
 * The prefix of a URL target. Its host is a host: whatever the path, the site it lies on stays open. All of a port is one,
 * `https://a.tv:8443/`, and so is a page on an IP address, which is never enforced.
 */
export function normalizeUrl(input: string): UrlResult {
  if (controlsInHost.test(input) || /\s/.test(input))
    return { ok: false, code: 'url-invalid', message: 'holds a space or a control character' }
  const url = parseUrl(input)
  if (!url) return { ok: false, code: 'url-invalid', message: 'is not an address: write https://host/path' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { ok: false, code: 'url-scheme', message: 'is not of the web: write an address with http or https' }
  if (url.username !== '' || url.password !== '')
    return { ok: false, code: 'url-userinfo', message: 'holds a user name or password: write the address without it' }
  const host = normalizeHost(url.hostname)
  // A page on a shared host is the page of one of its sites: a suffix as such may be its host.
  const takes = host.ok || host.code === 'host-public-suffix' || host.code === 'host-ip'
  if (!takes) return { ok: false, code: host.code, message: host.message }
  if (host.ok && url.pathname === '/' && url.search === '' && url.port === '')
    return { ok: false, code: 'url-without-path', message: 'is a whole site: write its domain instead' }
  url.hostname = withoutFinalDot(url.hostname)
  const fragmentDropped = url.hash !== ''
  url.hash = ''
  return { ok: true, url: canonicalSpelling(url.href), fragmentDropped }
}
