import type { JSX } from 'preact'
import { useWords } from '../use-words.ts'

const most = 20

/** The first entries of a list, and the others folded below them: there may be a thousand. */
export function FirstOf({ entries }: { entries: readonly JSX.Element[] }) {
  const words = useWords()
  const others = entries.slice(most)
  return (
    <>
      {entries.slice(0, most)}
      {others.length > 0 && (
        <li>
          <details>
            <summary>{words.count('more', others.length)}</summary>
            <ul>{others}</ul>
          </details>
        </li>
      )}
    </>
  )
}
