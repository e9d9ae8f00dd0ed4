import type { Issue, Result } from '../issue.ts'
import type { Order } from '../order.ts'
import { parseUsable } from './parse-usable.ts'

/** An order, and the text that it was read from. */
export interface OrderWithText {
  order: Order
  text: string
}

/** Every order of these texts without entries that cannot be used, or the issues of all. */
export function parseAll(texts: readonly string[]): Result<OrderWithText[]> {
  const value: OrderWithText[] = []
  const issues: Issue[] = []
  const warnings: Issue[] = []
  for (const text of texts) {
    const parsed = parseUsable(text)
    warnings.push(...parsed.warnings)
    if (parsed.ok) value.push({ order: parsed.value, text })
    else issues.push(...parsed.issues)
  }
  const [first, ...others] = issues
  return first ? { ok: false, issues: [first, ...others], warnings } : { ok: true, value, warnings }
}
