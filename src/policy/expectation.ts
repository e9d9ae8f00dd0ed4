import type { Issue } from '../order/issue.ts'

/** The word of a kit on its own orders, so that fewer or other ones are noticed where they arrive. */
export interface Expectation {
  /** How many orders. */
  count: number
  /** SHA-256 of the digests of their texts, hexadecimal: see `togetherOf`. */
  digest: string
  /** The kit's revision, for people: `2026-11-30 1f3a5b7c`. */
  revision: string
}

const form = /^(\d{1,5}) orders?, sha256 ([0-9a-f]{64}), revision (\S[^\p{Cc}]{0,99})$/u

/** The managed setting `expects`: `2 orders, sha256 1f3a..., revision 2026-11-30 v7`; undefined when it has another form. */
export function parseExpectation(text: unknown): Expectation | undefined {
  const [, count, digest, revision] = typeof text === 'string' ? (form.exec(text.trim()) ?? []) : []
  return revision === undefined ? undefined : { count: Number(count), digest: digest!, revision }
}

export function expectationText({ count, digest, revision }: Expectation): string {
  return `${count} ${count === 1 ? 'order' : 'orders'}, sha256 ${digest}, revision ${revision}`
}

/** The text whose digest stands for several documents together, in whatever order they arrive. */
export function togetherOf(digests: readonly string[]): string {
  return digests.toSorted().join('\n')
}

/**
 * Why the orders that arrived are not those that were expected.
 *
 * @param digest of those that arrived, together; left out where only their number is known
 */
export function unmetBy(expected: Expectation, count: number, digest = expected.digest): Issue | undefined {
  const { revision } = expected
  const fault =
    count !== expected.count
      ? `${expected.count} ${expected.count === 1 ? 'order was' : 'orders were'} sent and ${count} arrived whole`
      : digest !== expected.digest
        ? 'other orders arrived than were sent'
        : undefined
  if (fault === undefined) return undefined
  const message = `is not met (revision ${revision}): ${fault}. Send the whole kit again`
  return { code: 'orders-unexpected', path: 'expects', message }
}
