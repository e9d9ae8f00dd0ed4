import type { ComponentChildren } from 'preact'
import type { Issue } from '../../../../src/order/issue.ts'
import { FirstOf } from './first-of.tsx'

export interface Told extends Issue {
  /** The message in the reader's language, where there is one. */
  said?: string | undefined
}

export interface IssueListProps<One extends Told> {
  issues: readonly One[]
  /** More of an issue, below it: where it stands. */
  more?: (issue: One) => ComponentChildren
}

/**
 * Issues, each with its place. They are in English, whatever language the page is in, and read aloud as such, unless
 * they are said in its language.
 */
export function IssueList<One extends Told>({ issues, more }: IssueListProps<One>) {
  if (issues.length === 0) return null
  const entries = issues.map((issue, at) => (
    <li key={`${at} ${issue.path} ${issue.code}`} data-issue={issue.code}>
      <span lang={issue.said ? undefined : 'en'}>
        {issue.path !== '' && <code>{issue.path}</code>} <bdi>{issue.said || issue.message}</bdi>
      </span>
      {more?.(issue)}
    </li>
  ))
  return (
    <ul class="issues">
      <FirstOf entries={entries} />
    </ul>
  )
}
