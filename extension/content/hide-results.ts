import type { NameFilter } from '../../src/names/name-filter.ts'
import type { Engine } from '../../src/search/engine.ts'
import type { Hidden } from '../messages/search.ts'
import { confirmer } from './confirm.ts'
import { findResults, type Found } from './find-results.ts'
import { judgedLinks } from './judged-links.ts'
import { abandonMarks, mark } from './marks.ts'
import { notice } from './notice.ts'
import { tell } from './report-hidden.ts'
import { watchPage } from './watch-page.ts'

/**
 * Holds the page to the orders for as long as it lives: what is there, what comes later, and what the page's own scripts
 * do to it. Whatever changes is looked at before the next frame, so nothing that is hidden is ever painted.
 *
 * @returns ends it, and shows everything again
 */
export function hideResults(engine: Engine, filter: NameFilter): () => void {
  let ended = false
  let reachingFurther = false
  const confirm = confirmer(engine.id, () => {
    if (ended) return
    links.hear()
    apply()
  })
  const links = judgedLinks(engine, filter, confirm)
  const line = notice(engine, confirm)

  function apply(): void {
    links.forgetGone()
    const { marks, results, goesOn } = findResults(engine, links)
    reachingFurther = goesOn
    mark(marks)
    say(results)
  }

  function say(results: Found['results']): void {
    const hidden = tally(engine, results)
    line.say(hidden, results.keys().next().value)
    tell(hidden)
  }

  function handOver(): void {
    ended = true
    endWatching()
    abandonMarks()
  }

  const endWatching = watchPage(engine, links, { apply, handOver, goesOn: () => reachingFurther })
  return () => {
    ended = true
    endWatching()
    mark(new Map())
    say(new Map())
    tell(undefined)
  }
}

function tally(engine: Engine, results: Found['results']): Hidden {
  const orders = new Map<string, number>()
  for (const ids of results.values()) for (const id of ids) orders.set(id, (orders.get(id) ?? 0) + 1)
  return { engine: engine.id, results: results.size, orders: [...orders] }
}
