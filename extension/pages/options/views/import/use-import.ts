import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Issue } from '../../../../../src/order/issue.ts'
import { focusPart } from '../../parts/focus.ts'
import type { Writ } from '../../props.ts'
import { useDrafts } from './drafts.ts'
import { isDocument, sortFiles } from './sort-files.ts'
import { judgeDrafts, readyTexts } from './selection.ts'

interface Outcome {
  /** Ids of the orders. */
  added: readonly string[]
  issues: readonly Issue[]
}

const nothing: Outcome = { added: [], issues: [] }

/**
 * The documents on their way in, from the text field and from files, and what can be done with them. Nothing is kept until
 * all are valid.
 *
 * @param dropped files; a new list each time
 */
export function useImport(writ: Writ, dropped: readonly File[]) {
  const [typed, setTyped] = useState('')
  const { drafts, take, change, clear, outdate } = useDrafts(writ)
  const [outcome, setOutcome] = useState(nothing)
  const [adding, setAdding] = useState(false)
  const selection = useMemo(() => judgeDrafts(drafts), [drafts])
  const texts = readyTexts(selection)
  const [lists, setLists] = useState<readonly File[]>([])
  const takeFiles = async (files: readonly File[]) => {
    setOutcome(nothing)
    const { documents, others } = await sortFiles(files)
    if (others.length > 0) setLists(others)
    await take(documents.map((file) => ({ name: file.name, read: () => file.text() })))
  }
  /** Takes the draft of an order, in the place of one that the same lists gave before. */
  const offer = (name: string, text: string) => {
    setOutcome(nothing)
    clear(name)
    void take([{ name, read: async () => text }])
  }
  useEffect(() => {
    if (dropped.length > 0) void takeFiles(dropped)
  }, [dropped])
  const type = (text: string) => {
    setTyped(text)
    // Whoever corrects the first of several issues still has the others before them.
    if (text === '') clear('')
    else outdate('')
  }
  const check = () => {
    setOutcome(nothing)
    clear('')
    if (isDocument('', typed)) void take([{ name: '', read: async () => typed }])
    else setLists([new File([typed], '')])
  }
  const add = async () => {
    setAdding(true)
    const result = await writ.importOrders(texts)
    setAdding(false)
    if (!result) return
    if (!result.ok) return setOutcome({ added: [], issues: result.issues })
    if (drafts.some(({ name }) => name === '')) setTyped('')
    clear()
    setLists([])
    focusPart()
    setOutcome({ added: result.value.ids, issues: [] })
  }
  const leaveOutLists = () => {
    setLists([])
    focusPart()
  }
  return { typed, type, check, takeFiles, lists, offer, leaveOutLists, selection, change, texts, add, adding, outcome }
}
