import { parse } from 'plist'
import { SaxesParser } from 'saxes'
import { isObject } from '../../order/reading/reader.ts'
import type { BrowserPolicies } from './browser-policies.ts'
import { knownBrowsers } from './known-places.ts'

type Values = Record<string, unknown>

/** The policies of an Apple file, browser by browser, or why it cannot be read. */
type ReadApple = { policies: BrowserPolicies[] } | { refused: string }

/** The policies of a configuration profile (`.mobileconfig`). */
export function profilePolicies(bytes: Uint8Array): ReadApple {
  const read = propertyList(bytes)
  if ('refused' in read) return read
  const { value } = read
  if (!isObject(value) || !Array.isArray(value['PayloadContent'])) return { refused: 'is no configuration profile' }
  const payloads = value['PayloadContent'].filter(isObject)
  const nested = payloads.flatMap((payload) => [
    [String(payload['PayloadType']), payload] as const,
    ...forcedPreferences(payload),
  ])
  return { policies: byBrowser(nested) }
}

/** The policies of preferences (`com.google.Chrome.plist`), as many MDMs deliver them: the file's name is their domain. */
export function preferencePolicies(path: string, bytes: Uint8Array): ReadApple {
  const domain = path.replace(/^.*\//, '').replace(/\.plist$/i, '')
  if (!byBrowser([[domain, {}]]).length) return { policies: [] }
  const read = propertyList(bytes)
  if ('refused' in read) return read
  return isObject(read.value) ? { policies: byBrowser([[domain, read.value]]) } : { refused: 'holds no preferences' }
}

/** An older payload, `com.apple.ManagedClient.preferences`, has the domains inside. */
function forcedPreferences(payload: Values): [domain: string, values: Values][] {
  if (payload['PayloadType'] !== 'com.apple.ManagedClient.preferences' || !isObject(payload['PayloadContent']))
    return []
  return Object.entries(payload['PayloadContent']).flatMap(([domain, content]) => {
    const forced = isObject(content) && Array.isArray(content['Forced']) ? content['Forced'] : []
    return forced.map((one): [string, Values] => [
      domain,
      isObject(one) && isObject(one['mcx_preference_settings']) ? one['mcx_preference_settings'] : {},
    ])
  })
}

/** Values by domain, joined to each browser's policies: those of an extension have a domain below the browser's. */
function byBrowser(payloads: readonly (readonly [domain: string, values: Values])[]): BrowserPolicies[] {
  return knownBrowsers.flatMap(({ title: browser, kind, domain: root }): BrowserPolicies[] => {
    const below = `${root}.extensions.`
    const own = payloads.filter(([domain]) => domain === root || domain.startsWith(below))
    if (own.length === 0) return []
    const policies: Values = {}
    const extensions: Values = {}
    for (const [domain, values] of own) {
      const settings = Object.fromEntries(Object.entries(values).filter(([key]) => !key.startsWith('Payload')))
      if (domain === root) Object.assign(policies, settings)
      else extensions[domain.slice(below.length)] = settings
    }
    const joined = kind === 'firefox' ? policies : { ...policies, '3rdparty': { extensions } }
    return [{ kind, browser, root, policies: joined, issues: [] }]
  })
}

function propertyList(bytes: Uint8Array): { value: unknown } | { refused: string } {
  // The first byte of what a signature wraps (DER).
  if (bytes[0] === 0x30)
    return { refused: 'is signed: take the signature off first (security cms -D -i FILE -o PLAIN)' }
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('bplist'))
    return { refused: 'is in binary form: write it as text first (plutil -convert xml1 FILE)' }
  const mistake = firstMistake(text)
  if (mistake !== undefined) return { refused: `is cut or broken (${mistake})` }
  try {
    return { value: parse(text) }
  } catch {
    return { refused: 'is no property list' }
  }
}

/** Looked for first: the property list's own parser writes to the terminal what it finds. */
function firstMistake(xml: string): string | undefined {
  const parser = new SaxesParser()
  let mistake: string | undefined
  parser.on('error', ({ message }) => (mistake ??= message))
  parser.write(xml).close()
  return mistake
}
