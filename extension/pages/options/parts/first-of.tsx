import type { JSX } from 'preact'
import type { Words } from '../../../../src/words/words.ts'

const most = 20

/** The first entries of a list, and the others folded below them: there may be a thousand. */
export function FirstOf({ words, entries }: { words: Words; entries: readonly JSX.Element[] }) {
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
