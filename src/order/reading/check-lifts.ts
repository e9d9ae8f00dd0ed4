import type { Order } from '../order.ts'
import { hostsOf } from '../targets/lifts.ts'
import { valueOf } from '../targets/target.ts'
import type { Report } from './reader.ts'

/** A lift that lifts nothing would leave in force what a court has lifted. */
export function checkLifts({ decisions, measures, targets }: Order, report: Report): void {
  if (!decisions.some((decision) => decision.targets)) return
  const listed = new Set<string>()
  for (const list of [targets, ...measures.map((measure) => measure.targets ?? [])])
    for (const target of list) for (const value of [valueOf(target), ...hostsOf(target)]) listed.add(value)
  decisions.forEach(({ targets: lifted }, at) => {
    const path = `decisions[${at}].targets`
    if (lifted?.length === 0)
      report.issue('lifts-nothing', path, 'is empty: leave it out where the whole order is lifted')
    lifted?.forEach((target, index) => {
      if (!listed.has(valueOf(target)))
        report.issue(
          'lifts-nothing',
          `${path}[${index}]`,
          'is neither a target of the order nor a domain above one: name what is listed',
        )
    })
  })
}
