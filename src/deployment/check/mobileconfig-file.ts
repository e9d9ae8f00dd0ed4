import { parse } from 'plist'
import { isObject } from '../../order/reading/reader.ts'
import { preferenceDomains } from '../kit/mobileconfig.ts'
import type { BrowserPolicies } from './browser-policies.ts'

const domains = Object.values(preferenceDomains).join('|').replaceAll('.', '\\.')
/** A browser's domain, or that of an extension's settings below it. */
const domainOf = new RegExp(`^(${domains})(?:\\.extensions\\.(\\w+))?$`)

/** The policies of an Apple configuration profile, browser by browser; undefined when it is not one. */
export function profilePolicies(text: string): BrowserPolicies[] | undefined {
  const profile = parsed(text)
  if (!isObject(profile) || !Array.isArray(profile['PayloadContent'])) return undefined
  const byDomain = new Map<string, { policies: Record<string, unknown>; extensions: Record<string, unknown> }>()
  for (const payload of profile['PayloadContent'].filter(isObject)) {
    const [, domain, id] = domainOf.exec(String(payload['PayloadType'])) ?? []
    if (domain === undefined) continue
    const values = Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload')))
    const known = byDomain.get(domain) ?? { policies: {}, extensions: {} }
    if (id === undefined) Object.assign(known.policies, values)
    else known.extensions[id] = values
    byDomain.set(domain, known)
  }
  return [...byDomain].map(([root, { policies, extensions }]) =>
    root === preferenceDomains.firefox
      ? { kind: 'firefox', root, policies }
      : { kind: 'chromium', root, policies: { ...policies, '3rdparty': { extensions } } },
  )
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}
