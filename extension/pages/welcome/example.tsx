import type { OrderHere } from '../../../src/standing/here.ts'
import { orderText } from '../../../src/words/explanation.ts'
import type { Words } from '../../../src/words/words.ts'
import { Facts } from '../parts/facts.tsx'

export interface ExampleProps {
  words: Words
  order: OrderHere
  /** A name of the order. */
  host: string
}

/**
 * A block page in small, marked as an example: what a person would see, whether the order is applied or not. It leads to no
 * site.
 */
export function Example({ words, order, host }: ExampleProps) {
  const { say, text } = words
  const { groups } = orderText({ ...order, applied: true }, words, { now: order.record.addedAt })
  const aside = new Set([say('factCourtToday'), say('factJurisdiction')])
  const facts = groups
    .filter(({ name }) => name === 'decision')
    .flatMap((group) => group.facts)
    .filter(({ term }) => !aside.has(term))
  return (
    <figure class="card example" aria-label={say('exampleLabel')}>
      <figcaption class="badge">{say('exampleLabel')}</figcaption>
      <p class="example-headline">{say('exampleHeadline', host)}</p>
      <p>
        <bdi>{text(order.record.order.title)}</bdi>
      </p>
      <Facts facts={facts.slice(0, mostFacts)} />
    </figure>
  )
}

/** Court, date, docket, law: what answers who and why. */
const mostFacts = 4
