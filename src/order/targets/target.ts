import { hostParts } from '../host-parts.ts'
import type { Target } from '../order.ts'

/**
 * The kind of a target, by the key that says it. A plain string is a domain, and a page on an IP address is of that
 * address.
 */
export type TargetKind = (typeof targetKinds)[number]

export const targetKinds = ['domain', 'host', 'url', 'ip'] as const

export function targetKind(target: Target): TargetKind {
  if (typeof target === 'string' || 'domain' in target) return 'domain'
  if ('host' in target) return 'host'
  return 'url' in target && !onAddress.test(target.url) ? 'url' : 'ip'
}

/** As the URL standard writes a host that is an IP address: `[2001:db8::1]`, `192.0.2.1`. */
const onAddress = /^https?:\/\/(\[|(\d+\.){3}\d+[:/])/

/** A target as the document identifies it: `dpstream.tv`, `a.tv:8443`, `https://a.tv/films`, `192.0.2.1`. */
export function valueOf(target: Target): string {
  if (typeof target === 'string') return target
  if ('domain' in target) return target.domain
  if ('host' in target) return target.host
  return 'url' in target ? target.url : target.ip
}

/** The name under which a target is looked up: of a URL its host. An IP address has none. */
export function nameOf(target: Target): string | undefined {
  const kind = targetKind(target)
  if (kind === 'ip') return undefined
  if (kind === 'url') return new URL(valueOf(target)).hostname
  return kind === 'host' ? hostParts(valueOf(target)).name : valueOf(target)
}
