import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const files = ['src', 'extension']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name))

/** The first words of every doc comment, each with its file. */
const beginnings = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\/\*\*[\s*]*([^\n]*)/g)].map(([, text]) => `${file}: ${text}`),
)

// A doc comment begins with a noun that the reader sees in the code, or with a verb in the third person: what begins with
// one of these says neither of what it speaks nor what it does.
it('begin with what they speak of', () => {
  expect(beginnings.length).toBeGreaterThan(500)
  expect(beginnings.filter((one) => /: (?:Of|What|Whom?|Whose)\b/.test(one))).toEqual([])
})
