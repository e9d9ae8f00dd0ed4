import { decoded } from './decoding.ts'

/**
 * Attributes beside `href` in which result pages keep a result's address: plain, in JSON, or in a list of parameters
 * (`targurl:`). By a part of the host on whose pages they were seen; the first on any.
 */
const kept: Record<string, string[]> = {
  '': ['ping', 'data-url', 'data-href', 'data-target-url'],
  google: ['data-lpage', 'data-curl', 'data-surl', 'data-pcu', 'data-ru', 'data-ou'],
  bing: ['m', 'mu', 'ourl', 'vrhm', 'mmeta', 'data-link'],
  baidu: ['mu', 'data-log'],
  qwant: ['domain'],
  'yahoo.co.jp': ['data-cl-params'],
  startpage: ['data-img-metadata'],
  yandex: ['data-bem'],
  'ya.ru': ['data-bem'],
}

export const addressAttributes = [...new Set(Object.values(kept).flat())]

/** Elements with such an attribute on a host's pages: to look for all took half as long again. */
export function addressSelectors(hostname: string): string[] {
  const names = Object.entries(kept).flatMap(([part, attributes]) => (hostname.includes(part) ? attributes : []))
  // Yandex has `data-bem` on nearly all elements, and tells of a result in few.
  return names.map((name) => (name === 'data-bem' ? '[data-bem*=snippet]' : `[${name}]`))
}

/** Longer values are the page's own state, not one result's address. */
const longest = 16_384

/** The addresses in an attribute's value; none in what cannot be read. */
export function addressesIn(value: string): string[] {
  if (value.length > longest) return []
  const text = value.trim()
  if (text.startsWith('{')) return inJson(text)
  const parameter = text.includes('targurl:') ? /(?:^|;)targurl:([^;]+)/.exec(text)?.[1] : undefined
  if (parameter !== undefined) return [decoded(parameter) ?? parameter]
  // Several addresses stand side by side: to ping, or that an advertisement leads through.
  return text.split(/\s+|,(?=https?:)/i).filter((one) => /^(?:https?:\/\/|\/)/i.test(one))
}

/** Names under which JSON attributes keep the address of the page or the file; other addresses there are thumbnails. */
const addressKeys = new Set('purl murl surl ourl url href mu pgurl imgurl displayurl clickurl img_href'.split(' '))

/** Names under which Yandex says more of the same result; under others, other results. */
const partKeys = new Set(['serp-item', 'preview', 'snippet'])

function inJson(text: string): string[] {
  try {
    return inValues(JSON.parse(text))
  } catch {
    return inUnquoted(text)
  }
}

function inValues(values: unknown): string[] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([key, value]) => {
    if (partKeys.has(key) || Array.isArray(values)) return inValues(value)
    return typeof value === 'string' && isAddress(key, value) ? [value] : []
  })
}

/** Bing about 2014: `{ns:"images",surl:"https://a.tv/"}`. */
function inUnquoted(text: string): string[] {
  return [...text.matchAll(/[{,]\s*(\w+):"([^"]*)"/g)].flatMap(([, key, value]) =>
    isAddress(key!, value!) ? [value!] : [],
  )
}

function isAddress(key: string, value: string): boolean {
  return addressKeys.has(key.toLowerCase()) && /^https?:\/\//i.test(value)
}

/**
 * The address that a result shows: its first word, where that is a host (`a.tv › films`, `https://a.tv/x`); not another
 * word with a point in it (`30.1K+ views`).
 */
export function displayedAddress(text: string): string | undefined {
  const first =
    text
      .replaceAll(/\p{Bidi_Control}/gu, '')
      .trim()
      .split(/[\s›»>…]/)[0] ?? ''
  const address = /^https?:\/\//i.test(first) ? first : `http://${first}`
  return /^https?:\/\/[^/?#@:]+\.(?:[\p{L}\p{M}]{2,}|xn--[\w-]+)\.?(?:[/?#:]|$)/iu.test(address) &&
    URL.canParse(address)
    ? address
    : undefined
}
