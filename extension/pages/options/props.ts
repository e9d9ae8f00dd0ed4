import type { ExplainedOrder } from '../../../src/standing/explain.ts'
import type { FeedHere } from '../../../src/feed/feed-state.ts'
import type { FeedPreview } from '../../../src/feed/preview.ts'
import type { OrderRecord } from '../../../src/standing/record.ts'
import type { Issue, Result } from '../../../src/order/issue.ts'
import type { Choice } from '../../../src/standing/application.ts'
import type { UserSettings } from '../../../src/policy/settings.ts'
import type { Capabilities } from '../../../src/rules/capabilities.ts'
import type { Environment } from '../../platform/environment.ts'
import type * as lists from '../../store/lists.ts'
import type * as library from '../../store/orders.ts'
import type { Reconciliations } from '../../store/items.ts'
import type { OrderHere } from '../../../src/standing/here.ts'
import type { State } from '../../store/overview.ts'

/** Everything that more than one part of the page shows, as it was at one moment. */
export interface Known {
  /** That moment, in epoch ms. */
  now: number
  state: State
  orders: OrderHere[]
  feeds: FeedHere[]
  reconciliations: Reconciliations
  environment: Environment
  /** The browser's. */
  capabilities: Capabilities
  /** Whether the browser lets its network prediction be switched off. */
  privacyControl: boolean
  /** Whether the browser holds the rules that it was last given. */
  rulesHeld: boolean
  /** Why the last thing that was asked for could not be done: the browser's words; empty when it was. */
  failure: string
  /** Grows with each reading: what a part has read for itself is to be read again. */
  revision: number
}

/** An entry may have been lifted, or be to come: see its standing. */
export type Covering = ReadonlyMap<string, Pick<ExplainedOrder['entry'], 'standing' | 'value' | 'from' | 'until'>>

/** The page's requests about feeds. Each gives undefined where it failed: see `Known.failure`. */
export interface FeedActions {
  /** A feed as it would be followed, and the text to add it by. */
  preview(text: string): Promise<Result<FeedPreview & { source: string }> | undefined>
  follow(source: string): Promise<Result<{ root: string }> | undefined>
  unfollow(root: string): Promise<void>
  update(root: string): Promise<void>
  release(root: string, id: string, version: number): Promise<void>
}

/** Everything that the page can ask and do: the store and the background, or what stands for them in a test. */
export type Writ = Pick<typeof lists, 'judgeLists'> &
  Pick<typeof library, 'targetsOf' | 'searchTargets' | 'documentOf' | 'removedOrders' | 'register' | 'checkOrder'> & {
    /** Undefined where it failed: see `Known.failure`. */
    importOrders(texts: readonly string[]): Promise<Result<{ ids: string[] }> | undefined>
    /** Keys of the orders that cover a host or an address, each with the entry that does; none for other text. */
    covering(text: string): Promise<Covering>
    /** As the administrator wrote them. */
    managedValues(): Promise<Record<string, unknown>>
    choose(id: string, choice: Choice): Promise<void>
    remove(record: OrderRecord): Promise<void>
    restore(record: OrderRecord): Promise<void>
    /** Gives what of it was refused, by the settings' readers or by the browser; undefined where it failed: see `failure`. */
    save(patch: Partial<UserSettings>): Promise<readonly Issue[] | undefined>
    allowWebsites(): Promise<void>
    reconcile(): Promise<void>
    feeds: FeedActions
    copy(text: string): Promise<void>
    /** Gives the person a file. */
    download(name: string, type: string, text: string): void
  }

export interface PartProps {
  known: Known
  writ: Writ
}
