import { Judge, type Judged, type JudgeOptions } from '../../src/import/judge/judge.ts'
import { protectedHit } from '../../src/order/protected/protected.ts'
import { heldReason } from '../../src/order/reading/check-protected.ts'
import type { ListPart } from '../messages/requests.ts'

/** The list that is being judged: one that another page begins takes its place. */
let current: { list: string; next: number; judge: Judge } | undefined

/** Items that a page is given: more than anyone reads, and no more than a message may hold. */
const mostItems = 5000

/** Judges the next part of a list. The list of public suffixes, by which names are judged, is here and in no page. */
export function judgeList({ list, part, file, entries, last, ...reading }: ListPart): Judged | null {
  if (part === 0) current = { list, next: 0, judge: new Judge({ ...reading, protectedBy, listed: [], replaced: [] }) }
  if (current?.list !== list || current.next !== part)
    throw new Error('The list was not read to its end: read it again')
  current.next++
  const { judge } = current
  if (file !== undefined) judge.begin(file)
  for (const entry of entries) judge.entry(entry)
  if (!last) return null
  current = undefined
  const judged = judge.finish()
  return { ...judged, items: judged.items.slice(0, mostItems) }
}

const protectedBy: JudgeOptions['protectedBy'] = (target) => {
  const hit = protectedHit(target)
  return hit && { host: hit.host, reason: heldReason(hit) }
}
