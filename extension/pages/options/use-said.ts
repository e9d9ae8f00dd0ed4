import type { Issue } from '../../../src/order/issue.ts'
import { issueText } from '../../../src/words/issue-text.ts'
import type { Told } from './parts/issue-list.tsx'
import { useWords } from './use-words.ts'

/** Puts issues into the reader's language, each as its code and its values say. */
export function useSaid(): <One extends Issue>(issues: readonly One[]) => (One & Told)[] {
  const words = useWords()
  return (issues) => issues.map((issue) => ({ ...issue, said: issueText(issue, words) }))
}
