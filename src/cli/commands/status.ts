import type { Order } from '../../order/order.ts'
import { parseOrderText } from '../../order/reading/parse.ts'
import { targetCount } from '../../order/targets/placed.ts'
import { schedule } from '../../order/time/schedule.ts'
import { nextChange, statusAt, type Schedule, type Status } from '../../order/time/status.ts'
import { command, exit, json } from '../command.ts'
import { orderFiles, readDocument, report, toChecked, visible, type Checked } from '../documents.ts'
import { instantOf } from '../instant.ts'

/** `writ status [--at DATE] [DIR|ORDER...]`: the state of each order, when it changes next, and all of its states in time. */
export const status = command<{ at?: string; json?: boolean }>({
  name: 'status',
  takes: '[place...]',
  usage: '[--at DATE] [DIR|ORDER...]',
  does: 'the state of orders, and when it changes',
  options: [{ flags: '--at <date>', does: 'at a day, which is the court’s, or an instant; by default now' }, json],
  examples: ['writ status orders/', 'writ status --at 2014-06-01 order.json'],
  async run({ values, positionals }, world) {
    const places = positionals.length > 0 ? positionals : ['.']
    const files = (await Promise.all(places.map((place) => orderFiles(place, world)))).flat()
    const orders: Standing[] = []
    const wrong: Checked[] = []
    for (const file of files) {
      const text = await readDocument(file, world)
      const parsed = text.ok ? parseOrderText(text.value) : text
      if (parsed.ok) orders.push(standingOf(file, parsed.value, instantOf(values.at, parsed.value.timeZone, world)))
      else wrong.push(toChecked(file, parsed))
    }
    if (values.json) world.out(JSON.stringify({ orders, wrong }, null, 2))
    else world.out([tableOf(orders), '', ...orders.map(timelineOf)].join('\n'))
    if (!values.json && wrong.length > 0) world.error(wrong.map(report).join('\n'))
    return wrong.length === 0 ? exit.good : exit.bad
  },
})

/** An order's state at an instant, and its states over time; days are the court's. */
interface Standing {
  file: string
  id: string
  version: number
  status: Status
  /** The day since when it is so; none where it always was. */
  since?: string
  next?: { on: string; status: Status }
  targets: number
  changes: { from: string | null; status: Status }[]
}

function standingOf(file: string, order: Order, now: number): Standing {
  const states = schedule(order)
  const day = (at: number) => new Date(at).toLocaleDateString('sv-SE', { timeZone: order.timeZone })
  const current = currentChange(states, now)
  const next = nextChange(states, now)
  return {
    file,
    id: order.id,
    version: order.version,
    status: statusAt(states, now),
    ...(current === null ? {} : { since: day(current) }),
    ...(next === undefined ? {} : { next: { on: day(next), status: statusAt(states, next) } }),
    targets: targetCount(order),
    changes: states.map(({ from, status }) => ({ from: from === null ? null : day(from), status })),
  }
}

/** When the state began that holds at `now` (epoch ms). */
function currentChange(states: Schedule, now: number): number | null {
  return states.findLast(({ from }) => from !== null && from <= now)?.from ?? null
}

function tableOf(orders: readonly Standing[]): string {
  const rows = orders.map(({ id, version, status, since = '', next, targets }) => [
    id,
    `v${version}`,
    status,
    since,
    next ? `${next.on} ${next.status}` : '',
    String(targets),
  ])
  const all = [['order', '', 'state', 'since', 'next', 'targets'], ...rows]
  const widths = all[0]!.map((_, at) => Math.max(...all.map((row) => row[at]!.length)))
  return all
    .map((row) =>
      visible(
        row
          .map((cell, at) => cell.padEnd(widths[at]!))
          .join('  ')
          .trimEnd(),
      ),
    )
    .join('\n')
}

/** `some-order  pending > 2013-11-28 in-force > 2014-12-13 ended` */
function timelineOf({ id, changes }: Standing): string {
  return visible(
    `${id}  ${changes.map(({ from, status }) => (from === null ? status : `${from} ${status}`)).join(' > ')}`,
  )
}
