import { domainToUnicode } from 'node:url'
import type { Page } from 'puppeteer-core'

/**
 * A document without what Writ puts into it, its marks and its notice, and without scripts: they look like nothing, and pages
 * load more of them, one and two seconds after the page, when the network has answered.
 */
export interface Snapshot {
  /** Names the document: every element, attribute and text of it, but pictures' attributes: pages load them as they are seen. */
  digest: string
  /** Its elements, in their order. */
  elements: SeenElement[]
  /** Attribute values of what is rendered, but pictures'. */
  rendered: string[]
}

export interface SeenElement {
  name: string
  /** Whether it is rendered. */
  box: boolean
  /** Whether it lies in something that is marked as hidden. */
  inHidden: boolean
}

export async function snapshotOf(tab: Page): Promise<Snapshot> {
  return tab.evaluate(async () => {
    const left = '[data-writ=notice], script'
    const all = [...document.querySelectorAll('*')].filter((element) => !element.closest(left))
    const copy = document.documentElement.cloneNode(true) as Element
    for (const element of copy.querySelectorAll(left)) element.remove()
    for (const marked of [copy, ...copy.querySelectorAll('[data-writ]')]) marked.removeAttribute('data-writ')
    for (const picture of copy.querySelectorAll('img'))
      for (const name of picture.getAttributeNames()) picture.removeAttribute(name)
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(copy.outerHTML))
    const elements = all.map((element) => ({
      name: `${element.localName}${element.id ? `#${element.id}` : ''}.${element.className}`.slice(0, 60),
      box: element.getClientRects().length > 0,
      inHidden: element.closest('[data-writ=hidden]') !== null,
    }))
    const rendered = all
      .filter((element, at) => elements[at]!.box && !element.matches('html, body, img, source'))
      .flatMap((element) => [...element.attributes].map(({ value }) => value))
    return {
      digest: String.fromCharCode(...new Uint8Array(bytes)),
      elements,
      rendered: [...new Set(rendered)].filter((value) => value.length < 50_000),
    }
  })
}

/** The first part of `plain` that is not in `now` as it was, beside what is hidden; nothing where all is. */
export function changed(plain: Snapshot, now: Snapshot): string | undefined {
  if (plain.digest !== now.digest || plain.elements.length !== now.elements.length) return 'the document is another one'
  const at = now.elements.findIndex(
    ({ name, box, inHidden }, index) => !inHidden && !/^img\b/.test(name) && box !== plain.elements[index]!.box,
  )
  return at < 0 ? undefined : `<${now.elements[at]!.name}> has ${now.elements[at]!.box ? 'a box now' : 'lost its box'}`
}

/**
 * Whether an address in `value`, however it is wrapped, leads to `host` or below it: everything that could be an encoding
 * is undone, whoever wrote it. It knows no engine, and so shares no mistake with what it judges.
 */
export function mentions(value: string, host: string): boolean {
  const names = [...new Set([host, domainToUnicode(host)])].map((name) => name.replaceAll('.', String.raw`\.`))
  const leading = new RegExp(String.raw`(?://|@)(?:[^\s/?#@"'<>]+\.)?(?:${names.join('|')})(?![\w.-]*\w)`, 'i')
  return readings(value).some((reading) => leading.test(reading))
}

function readings(value: string): string[] {
  const found = [value]
  for (let depth = 0; depth < 3; depth++) found.push(percentDecoded(found.at(-1)!))
  const encoded = found.flatMap((text) => text.match(/[\w+/-]{16,}/g) ?? [])
  for (const text of encoded)
    for (const from of [0, 2]) {
      const decoded = Buffer.from(text.slice(from), 'base64').toString('latin1')
      if (decoded.includes('://')) found.push(decoded, percentDecoded(decoded))
    }
  return found
}

function percentDecoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
}
