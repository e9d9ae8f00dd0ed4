import { beforeAll, expect, it } from 'vitest'
import alloStreaming from '../../src/bundled/fr-tgi-paris-11-60013.json' with { type: 'json' }
import { long, seed, share } from '../deep/share.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

const domains = [
  ...alloStreaming.targets.map((target) => (typeof target === 'string' ? target : target.domain)),
  'cloud.yalla-shoot.us',
  'my-site.github.io',
  'my_bucket.s3.amazonaws.com',
  'xn--mnchen-3ya.example',
  'a.b.c.deep.example',
  '-odd-.covered.example',
]
const hosts = [
  'www.exact.example',
  'exact.tv',
  'tv.exact.co.uk',
  'xn--bcher-kva.example',
  'one.two.three.four.five.example',
]

/** Read straight from the order: a domain is its name and what ends in it after a dot, a host its name. */
function isCovered(host: string): boolean {
  return hosts.includes(host) || domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

/** The numbers from 0 to 1 that follow from the seed, each time the same (mulberry32). */
function drawing(): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const draw = drawing()
const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)]!
const letter = () => oneOf([...'abcdefghijklmnopqrstuvwxyz0123456789'])
const labels = (most: number) =>
  Array.from({ length: 1 + Math.floor(draw() * most) }, () => letter() + letter()).join('.')

/** Sites that must open whatever is ordered of others: visited by most, of networks that carry others, below private suffixes. */
const others = [
  'google.com',
  'www.youtube.com',
  'facebook.com',
  'www.wikipedia.org',
  'amazon.com',
  'vk.com',
  't.me',
  'bbc.co.uk',
  'cdn.jsdelivr.net',
  'd111111abcdef8.cloudfront.net',
  'ajax.googleapis.com',
  'example.akamaized.net',
  'fonts.gstatic.com',
  'other.github.io',
  'other.s3.amazonaws.com',
  'site.blogspot.com',
  'site.pages.dev',
  'site.netlify.app',
  'github.io',
  'dpstream.net',
  'alloshotv.com',
  'yalla-shoot.us',
  'exact.example',
  'exact.co.uk',
  'c.deep.example',
]

/** Ways to come close to a name without being it. */
const neighbours: ((name: string) => string)[] = [
  (name) => `${letter()}${name}`,
  (name) => `not-${name}`,
  (name) => `${name}${letter()}`,
  (name) => `${name}.${labels(2)}.example`,
  (name) => name.replace(/\.[^.]+$/, `.${oneOf(['com', 'net', 'org', 'tv', 'info'])}`),
  (name) => name.replace(/^[^.]+\./, ''),
  (name) => name.replace('.', '-'),
  (name) => name.replace(/^./, letter),
  (name) => name.replace(/\./, `${letter()}.`),
  (name) => `${labels(2)}.${name.replace(/^./, letter)}`,
  // Below a host that is ordered alone; below a domain it is drawn again.
  (name) => `${labels(2)}.${name}`,
]

function uncoveredHost(): string {
  for (;;) {
    const host = draw() < 0.2 ? oneOf(others) : oneOf(neighbours)(draw() < 0.4 ? oneOf(hosts) : oneOf(domains))
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
    if (name.includes('.') && !isCovered(name) && !/^[\d.]+$/.test(name)) return name
  }
}

/** Spellings that a browser takes for one host. */
const spellings: ((host: string) => string)[] = [
  (host) => host,
  (host) => host.toUpperCase(),
  (host) => `${host}.`,
  (host) => host.replace(/[a-z]/, (one) => `%${one.charCodeAt(0).toString(16)}`),
  (host) => host.replaceAll(/[a-z]/g, (one) => (draw() < 0.3 ? one.toUpperCase() : one)),
  (host) =>
    host.includes('xn--')
      ? host
      : host.replaceAll(/[a-z]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0)),
  (host) => host.replace('.', oneOf(['\u3002', '\uff0e', '\uff61'])),
  (host) => (/xn--|^-/.test(host) ? host : host.replace(/^./, (one) => `${one}\u00ad`)),
  (host) => `${host}:${oneOf([81, 8080, 8443])}`,
  (host) => `${host}.:${oneOf([81, 8080])}`,
]

function coveredHost(): string {
  if (draw() < 0.3) return oneOf(hosts)
  return draw() < 0.5 ? oneOf(domains) : `${labels(3)}.${oneOf(domains)}`
}

/** An address on this host. The uncovered are written in the same ways: that these open is what makes silence a block. */
function written(host: string): string {
  return `${oneOf(['http', 'https'])}://${oneOf(spellings)(host)}/`
}

inBrowsers('what is blocked and what is not, in %s', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    const targets = [...domains, ...hosts.map((host) => ({ host }))]
    await importOrder(writ, { id: 'differential', measures: [{ kind: 'block', addressees: [] }], targets })
  })

  /** Asks for each address from a page, many at once; those of which the server heard nothing. */
  async function unheard(addresses: readonly string[]): Promise<string[]> {
    const tab = await writ.open('http://asking.example/')
    const silent: string[] = []
    for (let from = 0; from < addresses.length; from += 50) {
      const some = addresses.slice(from, from + 50)
      const before = internet.visits.length
      await tab.evaluate(
        (urls) =>
          Promise.all(urls.map((url) => fetch(url, { mode: 'no-cors' }).catch(() => undefined))).then(() => true),
        some,
      )
      const heard = new Set(internet.visits.slice(before).map(({ path }) => path))
      silent.push(...some.filter((address) => !heard.has(new URL(address).pathname)))
    }
    await closeTab(tab)
    return silent
  }

  it('opens every host that the order does not cover, however it is written', long, async ({ annotate }) => {
    const addresses = Array.from({ length: share(2000) }, (_, at) => `${written(uncoveredHost())}uncovered-${at}`)
    expect(await unheard(addresses)).toEqual([])
    await annotate(`${addresses.length} uncovered, none blocked`)
  })

  it('asks nothing of a host that the order covers, however it is written', long, async ({ annotate }) => {
    const addresses = Array.from({ length: share(2000) }, (_, at) => `${written(coveredHost())}covered-${at}`)
    for (const address of addresses) expect(isCovered(new URL(address).hostname.replace(/\.$/, ''))).toBe(true)
    const silent = new Set(await unheard(addresses))
    expect(addresses.filter((address) => !silent.has(address))).toEqual([])
    await annotate(`${addresses.length} covered, none asked for`)
  })
})
