import type { Detail } from '../../../src/words/phrase.ts'
import { Phrase } from './phrase.tsx'

/** A link that an order or an administrator gives. The page it leads to does not learn where the reader comes from. */
export function OutLink({ url, children }: { url: string; children: Detail }) {
  return (
    <a href={url} rel="noreferrer" target={url.startsWith('mailto:') ? undefined : '_blank'}>
      <Phrase>{children}</Phrase>
    </a>
  )
}
