import type { TargetReader } from '../../src/enforcement/plan.ts'
import type { OrderRecord } from '../../src/standing/record.ts'

/** The orders that are listed (see `listedOrders`), and what each names. */
export interface Listed {
  orders: readonly OrderRecord[]
  targets: TargetReader
}
