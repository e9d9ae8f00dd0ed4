import type { Checked, CheckedOrder } from '../../../../messages/requests.ts'

/** A document that may be added: where it comes from, and what it would be. */
export interface Draft {
  /** Distinguishes drafts: two files may have one name. */
  number: number
  /** The file's name; empty for what was pasted. */
  name: string
  text: string
  /** Undefined until it has been looked at. */
  checked?: Checked
  /** Its text has been changed since it was looked at. */
  outdated?: true
  /** The person has seen what is unusual about it. */
  confirmed: boolean
}

/** The reason why a draft cannot be added, or what it is. */
export type Verdict =
  /** It has issues. */
  | 'refused'
  /** Its id stands in another draft too. */
  | 'twice'
  /** A later version is kept. */
  | 'older'
  /** Something about it is to be confirmed. */
  | 'unconfirmed'
  | 'unchecked'
  | 'good'
  /** It is kept already: nothing is to be done. */
  | 'same'

export interface JudgedDraft {
  draft: Draft
  verdict: Verdict
}

/** Compares the drafts with each other. Those that are in the way of the others come first, else each in its place. */
export function judgeDrafts(drafts: readonly Draft[]): JudgedDraft[] {
  const ids = new Map<string, number>()
  for (const draft of drafts) {
    const id = idOf(draft)
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1)
  }
  const all = drafts.map((draft) => ({ draft, verdict: verdictOn(draft, (ids.get(idOf(draft) ?? '') ?? 0) > 1) }))
  return all.toSorted((a, b) => Number(isInTheWay(b.verdict)) - Number(isInTheWay(a.verdict)))
}

function idOf({ checked }: Draft): string | undefined {
  return checked?.order?.record.order.id
}

function verdictOn({ checked, confirmed }: Draft, twice: boolean): Verdict {
  if (!checked) return 'unchecked'
  const { order } = checked
  if (!order) return 'refused'
  if (twice) return 'twice'
  if (order.relation === 'older' || order.relation === 'same') return order.relation
  return !confirmed && isUnusual(order) ? 'unconfirmed' : 'good'
}

/** Whether nothing can be added as long as it is there. */
export function isInTheWay(verdict: Verdict): boolean {
  return verdict === 'refused' || verdict === 'twice' || verdict === 'older'
}

/** Whether it should not be added unseen: the same version with another text, or many more or fewer names. */
export function isUnusual({ relation, jump }: CheckedOrder): boolean {
  return relation === 'rewritten' || jump
}

/** Texts to add: all that is new, and only when nothing of the selection is in the way. */
export function readyTexts(drafts: readonly JudgedDraft[]): string[] {
  if (!drafts.every(({ verdict }) => verdict === 'good' || verdict === 'same')) return []
  return drafts.filter(({ verdict }) => verdict === 'good').map(({ draft }) => draft.text)
}
