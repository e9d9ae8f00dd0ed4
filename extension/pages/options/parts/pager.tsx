import { useEffect, useState } from 'preact/hooks'
import type { Named } from '../../../../src/words/message-key.ts'
import { useWords } from '../use-words.ts'

export interface PagerProps {
  /** Names the list to assistive technology. */
  label: string
  /** From 0. */
  page: number
  pages: number
  go(page: number): void
}

/**
 * Leads through a list of which one page is shown: every entry of a million can be reached, by keyboard too. Buttons at an
 * end stay where they are, so that the focus does.
 */
export function Pager({ label, page, pages, go }: PagerProps) {
  const { say, named, number } = useWords()
  if (pages <= 1) return null
  const step = (name: Named<'page'>, to: number) => (
    <button
      type="button"
      class="quiet"
      aria-disabled={to === page || undefined}
      data-page={name}
      onClick={() => go(to)}
    >
      {named('page', name)}
    </button>
  )
  return (
    <nav class="pager" aria-label={label}>
      {step('first', 0)}
      {step('previous', Math.max(0, page - 1))}
      <PageNumber {...{ page, pages, go }} />
      <span>{say('pageOf', number(pages))}</span>
      {step('next', Math.min(pages - 1, page + 1))}
      {step('last', pages - 1)}
    </nav>
  )
}

/** Followed when it is whole: while a number is being typed, nothing moves. */
function PageNumber({ page, pages, go }: Omit<PagerProps, 'label'>) {
  const { say } = useWords()
  const [typed, setTyped] = useState(String(page + 1))
  useEffect(() => setTyped(String(page + 1)), [page])
  const follow = () => {
    const wanted = Math.min(pages, Math.max(1, Math.trunc(Number(typed)) || page + 1))
    setTyped(String(wanted))
    go(wanted - 1)
  }
  return (
    <input
      inputMode="numeric"
      aria-label={say('pageNumber')}
      size={String(pages).length}
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={follow}
      onKeyDown={(event) => event.key === 'Enter' && follow()}
    />
  )
}

/** The entries of `page`, and which page that is: there may be fewer than when it was asked for. */
export function paginate<Entry>(entries: readonly Entry[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(entries.length / size))
  const shown = Math.min(page, pages - 1)
  return { page: shown, pages, shown: entries.slice(shown * size, (shown + 1) * size) }
}
