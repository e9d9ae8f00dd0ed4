import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../../../src/words/words.ts'

/** The words of the reader's language, given once around the whole page. Other pages do without: hooks are code. */
export const WordsContext = createContext<Words>(undefined as never)

export function useWords(): Words {
  return useContext(WordsContext)
}
