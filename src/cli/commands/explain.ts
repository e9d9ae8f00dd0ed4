import { parseArgs } from 'node:util'
import { asked } from '../../lookup/asked.ts'
import { explain as explainAsked } from '../../lookup/explain.ts'
import { find } from '../../lookup/find.ts'
import { memoryLibrary, type Listed } from '../../lookup/memory-library.ts'
import { bundled } from '../../order/bundled/bundled.ts'
import { isDate, isInstant } from '../../order/calendar.ts'
import { parseOrderText } from '../../order/parse.ts'
import { explanationText, plainText } from '../../words/explanation.ts'
import { languages, wordsIn } from '../catalogues.ts'
import { readDocument } from '../documents.ts'
import { exit, UsageError, type Command, type World } from '../run.ts'

/** `writ explain URL [--at DATE] FILE...`: what the block page would say, by the same matcher and in the same words. */
export const explain: Command = async (args, world) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      json: { type: 'boolean' },
      bundled: { type: 'boolean' },
      'beyond-term': { type: 'boolean' },
      lang: { type: 'string', default: 'en' },
    },
  })
  const [address, ...files] = positionals
  if (address === undefined) throw new UsageError('explain needs an address')
  if (files.length === 0 && !values.bundled) throw new UsageError('explain needs an order: a file, or --bundled')
  const question = asked(address)
  if (!question) throw new UsageError(`"${address}" is not a host or an address of the web`)
  const words = wordsIn(values.lang)
  if (!words) throw new UsageError(`--lang takes one of ${languages.join(', ')}`)
  const now = instantOf(values.at, world)

  const listed = await readOrders(files, world)
  if (listed === undefined) return exit.bad
  const shipped = values.bundled ? bundled.map(({ document }) => JSON.stringify(document)) : []
  const library = memoryLibrary([...listed, ...shipped.flatMap(orderIn)], now)
  const explanation = explainAsked(question, find(question, library.index), library.records, {
    choices: { afterTerm: values['beyond-term'] ? 'continue' : 'stop', choices: {} },
    now,
    targetOf: library.targetOf,
  })
  const text = explanationText(explanation, words, { now })
  world.out(values.json ? JSON.stringify({ explanation, text }, null, 2) : plainText(text, words))
  return exit.good
}

function instantOf(at: string | undefined, world: World): number {
  if (at === undefined) return world.now()
  if (isDate(at)) return Date.parse(`${at}T12:00:00Z`)
  if (isInstant(at)) return Date.parse(at)
  throw new UsageError('--at takes a day (2014-06-01) or an instant (2014-06-01T12:00:00Z)')
}

async function readOrders(files: string[], world: World): Promise<Listed[] | undefined> {
  const listed: Listed[] = []
  for (const file of files) {
    const text = await readDocument(file, world)
    const parsed = text.ok ? parseOrderText(text.value) : text
    if (parsed.ok) listed.push({ order: parsed.value, provenance: 'user' })
    else for (const { path, message } of parsed.issues) world.error(`${file}: ${path || 'document'}: ${message}`)
  }
  return listed.length === files.length ? listed : undefined
}

function orderIn(text: string): Listed[] {
  const parsed = parseOrderText(text)
  return parsed.ok ? [{ order: parsed.value, provenance: 'bundled' }] : []
}
