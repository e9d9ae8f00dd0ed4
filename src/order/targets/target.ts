import type { Target } from '../order.ts'

/** The key that says what a target is; a plain string is a domain. */
export type TargetKind = (typeof targetKinds)[number]

export const targetKinds = ['domain', 'url', 'ip'] as const

export function targetKind(target: Target): TargetKind {
  if (typeof target === 'string' || 'domain' in target) return 'domain'
  return 'url' in target ? 'url' : 'ip'
}

/** A target as the document identifies it: `dpstream.tv`, `https://a.tv/films`, `192.0.2.1`. */
export function valueOf(target: Target): string {
  if (typeof target === 'string') return target
  if ('domain' in target) return target.domain
  return 'url' in target ? target.url : target.ip
}

/** The name under which a target is looked up: of a URL its host. An IP address has none. */
export function nameOf(target: Target): string | undefined {
  const kind = targetKind(target)
  if (kind === 'ip') return undefined
  return kind === 'url' ? new URL(valueOf(target)).hostname : valueOf(target)
}
