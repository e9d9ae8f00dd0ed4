import type { Fact } from '../../../src/words/order-facts.ts'

/** A list of facts, each with its term. Text of orders is text: it is never read as markup. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, details, url }) => (
        <div class="fact" key={term}>
          <dt>{term}</dt>
          {details.map((detail) => (
            <dd key={detail}>{url ? <a href={url}>{detail}</a> : <bdi>{detail}</bdi>}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
