import { useReducer } from 'preact/hooks'
import { reasonOf } from '../../../../../src/order/issue.ts'
import type { Writ } from '../../props.ts'
import type { Draft } from './selection.ts'

/** Where a document comes from. */
interface Source {
  name: string
  read(): Promise<string>
}

type Step =
  | { take: Draft[] }
  /** Undefined: it is left out. */
  | { change: Draft; to: Partial<Draft> | undefined }
  /** All, or those of this name. */
  | { clear: string | undefined }
  /** The text of this name is being changed: what was wrong with it stays, as of the last check. */
  | { outdate: string }

function draftsAfter(drafts: Draft[], step: Step): Draft[] {
  if ('take' in step) return [...drafts, ...step.take]
  if ('clear' in step) return drafts.filter(({ name }) => step.clear !== undefined && name !== step.clear)
  if ('outdate' in step)
    return drafts.flatMap((draft) => {
      if (draft.name !== step.outdate) return draft
      return draft.checked && draft.checked.issues.length > 0 ? { ...draft, outdated: true as const } : []
    })
  const { change, to } = step
  return drafts.flatMap((draft) => (draft.number !== change.number ? draft : to ? { ...draft, ...to } : []))
}

let last = 0

/** The documents that may be added. They are read and looked at one after the other, so that the page stays quick. */
export function useDrafts(writ: Writ) {
  const [drafts, step] = useReducer(draftsAfter, [])
  const take = async (sources: readonly Source[]) => {
    const taken = sources.map(({ name }): Draft => ({ number: ++last, name, text: '', confirmed: false }))
    step({ take: taken })
    for (const [at, { read }] of sources.entries()) step({ change: taken[at]!, to: await readAndCheck(read, writ) })
  }
  const change = (draft: Draft, to: Partial<Draft> | undefined) => step({ change: draft, to })
  const clear = (name?: string) => step({ clear: name })
  const outdate = (name: string) => step({ outdate: name })
  return { drafts, take, change, clear, outdate }
}

async function readAndCheck(read: Source['read'], writ: Writ): Promise<Partial<Draft>> {
  try {
    const text = await read()
    return { text, checked: await writ.checkOrder(text) }
  } catch (error) {
    const message = `cannot be read: ${reasonOf(error)}`
    return { checked: { issues: [{ code: 'unreadable', path: '', message }], warnings: [] } }
  }
}
