import { decoded } from './decoding.ts'
import type { Engine } from './engine.ts'
import { parseUrl } from '../parse-url.ts'

/** Attributes in which every engine's pages keep a result's address beside `href`. */
const everywhere = ['ping', 'data-url', 'data-href', 'data-target-url']

/** The names of the attributes in which an engine's pages keep a result's address beside `href`. */
export function addressAttributes(engine: Engine): string[] {
  return attributesOf(engine).map((one) => one.replace(/\W=.*/, ''))
}

/** Selectors of the elements with such an attribute: to look for all engines' attributes took half as long again. */
export function addressSelectors(engine: Engine): string[] {
  return attributesOf(engine).map((one) => `[${one}]`)
}

function attributesOf({ attributes = [] }: Engine): string[] {
  return [...everywhere, ...attributes]
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
    return []
  }
}

function inValues(values: unknown): string[] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([key, value]) => {
    if (partKeys.has(key) || Array.isArray(values)) return inValues(value)
    return typeof value === 'string' && isAddress(key, value) ? [value] : []
  })
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
  return /^https?:\/\/[^/?#@:]+\.(?:[\p{L}\p{M}]{2,}|xn--[\w-]+)\.?(?:[/?#:]|$)/iu.test(address) && parseUrl(address)
    ? address
    : undefined
}
