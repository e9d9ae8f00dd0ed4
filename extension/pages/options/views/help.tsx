import type { PartProps } from '../props.ts'
import { useWords } from '../use-words.ts'

/** Pages that come with the extension, from its root. */
const welcome = '/extension/pages/welcome/index.html'
const schema = '/order.schema.json'

/** Answers to what people ask of Writ itself: what it does, what it knows of them, how to go on, which version it is. */
export function Help({ known }: Pick<PartProps, 'known'>) {
  const { say } = useWords()
  return (
    <>
      <h3>{say('helpWhat')}</h3>
      <p>{say('welcomeBlocks')}</p>
      <p>{say('welcomeExplains')}</p>
      <p>
        <a href={welcome}>{say('helpWelcome')}</a>
      </p>
      <h3>{say('helpPrivacy')}</h3>
      <p>{say('welcomePrivate')}</p>
      <h3>{say('importFormat')}</h3>
      <p>{say('helpFormat')}</p>
      <p>
        <a href="#import">{say('importSample')}</a> · <a href={schema}>{say('helpSchema')}</a>
      </p>
      <h3>{say('helpAbout')}</h3>
      <p>{say('helpVersion', known.environment.version)}</p>
    </>
  )
}
