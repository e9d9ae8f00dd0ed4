import type { Fact } from '../../../src/words/fact.ts'
import { plain } from '../../../src/words/phrase.ts'
import { OutLink } from './out-link.tsx'
import { Phrase } from './phrase.tsx'

/** A list of facts, each with its term. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, details, url }) => (
        <div class="fact" key={term}>
          <dt>{term}</dt>
          {details.map((detail) => (
            <dd key={plain(detail)}>{url ? <OutLink url={url}>{detail}</OutLink> : <Phrase>{detail}</Phrase>}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
