import type { ComponentChildren } from 'preact'
import type { Issue } from '../../../src/order/issue.ts'
import type { Words } from '../../../src/words/words.ts'
import { FirstOf } from './first-of.tsx'

export interface IssueListProps<One extends Issue> {
  words: Words
  issues: readonly One[]
  /** More of an issue, below it: where it stands. */
  more?: (issue: One) => ComponentChildren
}

/** What is wrong, each with its place. Issues are in English, whatever the page is in: they are read aloud as such. */
export function IssueList<One extends Issue>({ words, issues, more }: IssueListProps<One>) {
  if (issues.length === 0) return null
  const entries = issues.map((issue, at) => (
    <li key={`${at} ${issue.path} ${issue.code}`} data-issue={issue.code}>
      <span lang="en">
        {issue.path !== '' && <code>{issue.path}</code>} <bdi>{issue.message}</bdi>
      </span>
      {more?.(issue)}
    </li>
  ))
  return (
    <ul class="issues">
      <FirstOf words={words} entries={entries} />
    </ul>
  )
}
