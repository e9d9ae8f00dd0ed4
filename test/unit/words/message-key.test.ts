import { expect, it } from 'vitest'
import { wordsIn } from '../../../src/cli/catalogues.ts'
import { keyOf } from '../../../src/words/message-key.ts'

const words = wordsIn('en')!

// Each `@ts-expect-error` fails `npm run check` as soon as the compiler lets the line below it pass.
it('a message that there is none of does not compile, and is empty', () => {
  // @ts-expect-error no such message
  expect(words.say('extensionNam')).toBe('')
  // @ts-expect-error a single message, without forms for a count
  expect(words.count('extensionName', 2)).toBe('')
  // @ts-expect-error no such status
  expect(words.named('status', 'over')).toBe('')
})

it('a value with dashes is named by a key with underscores', () => {
  expect(words.named('status', 'in-force')).toBe('In force')
  expect(words.count(keyOf('tally', 'in-force'), 2)).toBe('2 in force')
})
