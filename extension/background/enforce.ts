import { nextChangeOf } from '../../src/standing/applied.ts'
import { appliedOrders, type OrderHere } from '../../src/standing/here.ts'
import { exceptionsOf } from '../../src/policy/exceptions.ts'
import { countingTargets } from '../../src/order/targets/counting.ts'
import { listed, provenanceOf, type OrderRecord } from '../../src/standing/record.ts'
import { targetKind, valueOf } from '../../src/order/targets/target.ts'
import type { Settings } from '../../src/policy/settings.ts'
import type { RegisterEntry } from '../../src/register/entry.ts'
import type { BlockedTargets } from '../../src/rules/blocked.ts'
import { compile, type Compiled } from '../../src/rules/compile.ts'
import { withoutExceptions } from '../../src/rules/exceptions.ts'
import { capabilities } from '../../src/rules/capabilities.ts'
import { ruleShape } from '../../src/rules/signature.ts'
import { hasAccess } from '../platform/access.ts'
import { build } from '../platform/browser.ts'
import type { Database } from '../store/database.ts'
import { digestOf } from '../store/digest.ts'
import { heldFingerprint } from '../platform/held-fingerprint.ts'
import { pages } from '../platform/addresses.ts'
import { nothingEnforced, readState, writeState, type Enforced, type EnforcedOrder } from '../store/state.ts'
import { keptRecords } from './kept-orders.ts'
import { indexNames } from './name-index.ts'
import { replaceRules } from './rules.ts'
import type { TargetReader } from './target-reader.ts'
import { watchFor } from './watch.ts'

export interface Enforcement {
  before: Enforced
  after: Enforced
  /** Names and URL prefixes that are blocked now and whose order was not applied before. */
  added: BlockedTargets[]
}

export interface EnforceOptions {
  /** Whether to ask the browser which rules it really holds: after a crash it may have lost them. */
  verify: boolean
  targets: TargetReader
}

/**
 * Brings the browser's rules, the index and what is remembered of both in line with the stored orders at `now` (epoch
 * ms). Idempotent: when all is as it should be, nothing is written. A refused update leaves the rules as they were.
 */
export async function enforce(
  db: Database,
  settings: Settings,
  now: number,
  { verify, targets }: EnforceOptions,
): Promise<Enforcement> {
  const records = await keptRecords(db)
  const orders = listed(records)
  const applied = appliedOrders(orders, { settings }, now)
  const remembered = await readState(db, 'enforced')
  const before = remembered ?? nothingEnforced
  const page = (await hasAccess()) ? pages.blocked : undefined
  const open = new Set(exceptionsOf(settings).map(({ name }) => name))
  const fingerprint = await fingerprintAt(applied, { page, open, now })
  const held = verify ? await heldFingerprint() : before.fingerprint
  // Not where the site's data was cleared, or the browser was killed before it was remembered what it had been told.
  const inStep = remembered !== undefined && held === before.fingerprint
  const change = nextChangeOf(orders, now)
  const next = change === undefined ? {} : { nextChange: change }
  if (inStep && before.fingerprint === fingerprint) {
    await indexNames(db, records, targets)
    const { nextChange: _, ...unchanged } = before
    if (before.nextChange !== change) await writeState(db, 'enforced', { ...unchanged, ...next })
    return { before, after: { ...unchanged, ...next }, added: [] }
  }

  const ordered = await Promise.all(applied.map(({ record }) => blockedBy(record, targets, now)))
  const blocked = ordered.map((one) => withoutExceptions(one, open))
  const compiled = compile(blocked, { page, open, fingerprint, capabilities: capabilities[build] })
  const [refused] = await Promise.all([
    replaceRules(compiled.rules, inStep ? before : undefined),
    indexNames(db, records, targets),
  ])
  if (refused) {
    const failed = {
      ...before,
      limitations: [refused, ...before.limitations.filter(({ code }) => code !== refused.code)],
    }
    await writeState(db, 'enforced', failed)
    return { before, after: failed, added: [] }
  }
  const enforced: Enforced = { ...summary(applied, compiled), fingerprint, at: now, watch: watchFor(blocked), ...next }
  await commit(db, enforced, registerEntries(before, enforced, now))
  const known = new Set(before.orders.map(({ key, digest }) => `${key} ${digest}`))
  const added = blocked.filter((_, at) => !known.has(`${applied[at]!.record.key} ${applied[at]!.record.digest}`))
  return { before, after: enforced, added }
}

/** Names a set of rules by all that it depends on, the compiler included; empty where nothing is applied: no rules. */
async function fingerprintAt(
  applied: OrderHere[],
  { page, open, now }: { page: string | undefined; open: ReadonlySet<string>; now: number },
): Promise<string> {
  if (applied.length === 0) return ''
  const parts = applied.map(({ record, beyondTerm }) => [
    record.key,
    record.digest,
    beyondTerm,
    record.targetChanges.filter((change) => change <= now).length,
  ])
  const shape = ruleShape({ page, capabilities: capabilities[build] })
  return (await digestOf(JSON.stringify([shape, parts, [...open].toSorted()]))).slice(0, 40)
}

async function blockedBy(record: OrderRecord, targets: TargetReader, now: number): Promise<BlockedTargets> {
  const blocked = { domain: [] as string[], url: [] as string[], ip: [] as string[] }
  for (const target of countingTargets(await targets(record), 'block', now)) {
    blocked[targetKind(target)].push(valueOf(target))
  }
  return { order: record.order.id, domains: blocked.domain, urls: blocked.url, ips: blocked.ip.length }
}

function summary(applied: OrderHere[], { rules, domains, urls, limitations }: Compiled) {
  const orders = applied.map(({ record, beyondTerm }): EnforcedOrder => ({
    key: record.key,
    id: record.order.id,
    version: record.order.version,
    digest: record.digest,
    beyondTerm,
    targets: record.order.targetCount,
  }))
  return { orders, domains, urls, rules: rules.length, limitations }
}

async function commit(db: Database, enforced: Enforced, entries: RegisterEntry[]): Promise<void> {
  const transaction = db.transaction(['state', 'register'], 'readwrite')
  await Promise.all([
    transaction.objectStore('state').put(enforced, 'enforced'),
    ...entries.map((entry) => transaction.objectStore('register').add(entry)),
    transaction.done,
  ])
}

function registerEntries(before: Enforced, after: Enforced, at: number): RegisterEntry[] {
  const entry = (event: RegisterEntry['event'], order: EnforcedOrder): RegisterEntry => ({
    at,
    event,
    order: order.id,
    version: order.version,
    digest: order.digest,
    provenance: provenanceOf(order.key),
    beyondTerm: order.beyondTerm,
    targets: order.targets,
  })
  const same = (a: EnforcedOrder, b: EnforcedOrder) =>
    a.key === b.key && a.digest === b.digest && a.beyondTerm === b.beyondTerm
  return [
    ...before.orders.filter((a) => !after.orders.some((b) => same(a, b))).map((o) => entry('no-longer-applied', o)),
    ...after.orders.filter((a) => !before.orders.some((b) => same(a, b))).map((o) => entry('applied', o)),
  ]
}
