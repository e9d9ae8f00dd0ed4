import type { Withdrawn } from '../changes.ts'
import type { Register } from '../setting.ts'
import { pageText } from './layout.tsx'

/** The page of an order that is published no more: an address that was cited still says what was there. */
export function withdrawnPage({ title, decision, at }: Withdrawn, code: string, register: Register): string {
  const { say, instant } = register.words.get(code)!
  return pageText(
    { title, code, up: '../../', inLanguage: (other) => `${other}.html` },
    register,
    <article>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>
        <bdi>{decision}</bdi>
      </p>
      <p class="notice">{say('labelled', say('registerWithdrawn'), instant(Date.parse(at), 'UTC'))}</p>
    </article>,
  )
}
