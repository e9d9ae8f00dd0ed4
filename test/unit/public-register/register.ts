import { nothingYet, type Past } from '../../../src/public-register/changes.ts'
import type { GivenDocument } from '../../../src/public-register/published-order.ts'
import { registerFiles } from '../../../src/public-register/register-files.ts'
import type { Order } from '../../../src/order/order.ts'
import { wordsInAll } from '../../../src/cli/catalogues.ts'

/** An order as a feed has it. */
export function published(order: Order, hidden = false): GivenDocument {
  return { order, hidden, digest: '00'.repeat(32), path: `targets/orders/00.${order.id}.json.gz` }
}

/** The register's files by path, in the term of the usual order. */
export function register(
  documents: readonly GivenDocument[],
  past: Past = nothingYet,
  at = '2024-06-01T12:00:00Z',
): Map<string, string> {
  const given = {
    now: Date.parse(at),
    words: wordsInAll(),
    language: 'en',
    organization: 'An "Authority" <b>',
    uuid: (name: string) => `OF-${name}`,
  }
  return new Map(registerFiles(documents, past, given).map(({ path, text }) => [path, text]))
}
