import type { Result } from '../../../src/order/issue.ts'

/** A result's value; a test in which there has to be one fails with what is wrong. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(result.issues.map(({ code, path, message }) => `${path}: ${message} [${code}]`).join('\n'))
}
