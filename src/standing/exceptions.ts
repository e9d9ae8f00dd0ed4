import { suffixesOf } from '../order/suffixes.ts'

/** A name that stays open here, with the names below it, whatever an order says: an administrator's decision. */
export interface Exception {
  name: string
  /** In the administrator's words; absent where no order may block the name anyhow. */
  reason?: string
}

/**
 * The exception under which a host lies.
 *
 *   stays open    asked             stays open
 *   example.com   www.example.com   yes
 *   a.b.com       b.com             no: the order holds for the rest of b.com
 */
export function exceptionFor(host: string, exceptions: readonly Exception[]): Exception | undefined {
  if (exceptions.length === 0) return undefined
  const names = new Set(suffixesOf(host))
  return exceptions.find(({ name }) => names.has(name))
}
