import type { Issue } from '../order/issue.ts'
import { keyOf, type Named } from './message-key.ts'
import type { Words } from './words.ts'

/**
 * Says what is wrong in the reader's language, with the word that was probably meant; empty for a code that has no message of its
 * own. A message that names values takes those of the issue, or the English message, which says them.
 */
export function issueText({ code, message, parts = [message], meant }: Issue, { say }: Words): string {
  const said = say(keyOf('issue', code as Named<'issue'>), ...parts)
  return said === '' || meant === undefined ? said : `${said}. ${say('didYouMean', meant)}`
}
