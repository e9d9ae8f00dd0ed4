import type { Answer, TermBar } from '../../../src/words/answers.ts'
import { plain } from '../../../src/words/phrase.ts'
import { OutLink } from './out-link.tsx'
import { Phrase } from './phrase.tsx'
import { TermPicture } from './timeline.tsx'

/** The answers to who decided, on what basis, until when and what to do about it: a row each. */
export function Answers({ answers }: { answers: readonly Answer[] }) {
  return (
    <dl class="answers">
      {answers.map(({ name, question, answer, more, link, bar }) => (
        <div class="reply" key={name} data-answer={name}>
          <dt>{question}</dt>
          <dd>
            <Phrase>{answer}</Phrase>
          </dd>
          {more.map((detail) => (
            <dd class="more" key={plain(detail)}>
              <Phrase>{detail}</Phrase>
            </dd>
          ))}
          {bar && <Bar {...bar} />}
          {link && (
            <dd class="link">
              <OutLink url={link.url}>{link.text}</OutLink>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** For the eye: the words beside it say the same. What has no end fades out. */
function Bar({ from, to, ...picture }: TermBar) {
  return (
    <dd class={`bar ${to ? '' : 'open-ended'}`} aria-hidden="true">
      <Phrase>{from}</Phrase>
      <TermPicture {...picture} />
      {to && <Phrase>{to}</Phrase>}
    </dd>
  )
}
