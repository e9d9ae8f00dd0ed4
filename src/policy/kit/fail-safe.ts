import { application } from '../../order/application.ts'
import { schedule } from '../../order/schedule.ts'
import { statusAt } from '../../order/status.ts'
import { placedTargets } from '../../order/targets.ts'
import { parseOrder } from '../../order/parse.ts'
import { bundled } from '../../order/bundled/bundled.ts'
import type { Order } from '../../order/order.ts'
import { counts } from '../../lookup/find.ts'
import { liesIn } from '../../order/suffixes.ts'
import { exceptionsOf } from '../exceptions.ts'
import { defaults } from '../settings.ts'
import type { FailSafeHosts } from './chromium.ts'
import type { KitConfig } from './config.ts'

/**
 * The domains that the configuration's orders block at `now` (epoch ms), and those below them that stay open. URL targets
 * are left out: a page is not its site.
 */
export function failSafeHosts({ policy }: Pick<KitConfig, 'policy'>, now: number): FailSafeHosts {
  const settings = { ...defaults, ...policy.settings }
  const { afterTerm, choices } = settings
  const chosen = bundled.flatMap(({ document }) => {
    const parsed = parseOrder(document)
    return parsed.ok ? [{ order: parsed.value, choice: choices[document.id] ?? 'list' }] : []
  })
  const orders = [...policy.orders.map(({ order }) => ({ order, choice: choices[order.id] ?? 'apply' })), ...chosen]
  const names = new Set(
    orders
      .filter(({ order, choice }) => application(statusAt(schedule(order), now), choice, afterTerm).applied)
      .flatMap(({ order }) => blockedNames(order, now)),
  )
  const open = new Set(exceptionsOf(settings).map(({ name }) => name))
  const hosts = [...names].filter((name) => !liesIn(name, open)).toSorted()
  const blocked = new Set(hosts)
  return { hosts, openHosts: [...open].filter((name) => liesIn(name, blocked)).toSorted() }
}

function blockedNames(order: Order, now: number): string[] {
  return [...placedTargets(order)]
    .filter((placed) => placed.effects.block && counts(placed, now))
    .flatMap(({ target }) => (typeof target === 'string' ? [target] : 'domain' in target ? [target.domain] : []))
}
