import type { Target } from '../order.ts'

/** A target as the document identifies it: `dpstream.tv`, `https://a.tv/films`, `192.0.2.1`. */
export function valueOf(target: Target): string {
  if (typeof target === 'string') return target
  if ('domain' in target) return target.domain
  return 'url' in target ? target.url : target.ip
}
