import { parseQuery } from '../../names/query.ts'
import { explain as explainAsked } from '../../standing/explain.ts'
import { find, findNearby } from '../../names/find.ts'
import { memoryLibrary, type GivenOrder } from '../../standing/memory-library.ts'
import { bundled } from '../../bundled/bundled.ts'
import { parseUsable } from '../../order/reading/parse-usable.ts'
import { explanationText, plainText } from '../../words/explanation.ts'
import { languages, wordsIn } from '../catalogues.ts'
import { instantOf } from '../instant.ts'
import { readOrders, refuseDocuments } from '../read-orders.ts'
import { exit, UsageError, command, json } from '../command.ts'

/** `writ explain URL [--at DATE] FILE...`: what the block page would say, by the same matcher and in the same words. */
export const explain = command<{
  at?: string
  json?: boolean
  bundled?: boolean
  'beyond-term'?: boolean
  lang: string
}>({
  name: 'explain',
  takes: '<address> [file...]',
  usage: 'URL [--at DATE] FILE...',
  does: 'why an address is blocked, or is not',
  options: [
    { flags: '--at <date>', does: 'at a day (2014-06-01), which is the court’s, or an instant (2014-06-01T12:00:00Z)' },
    { flags: '--bundled', does: 'also by the orders that come with the extension' },
    { flags: '--beyond-term', does: 'applies orders whose term has ended' },
    { flags: '--lang <code>', does: `language of the text: ${languages.join(' ')}`, default: 'en' },
    json,
  ],
  examples: [
    'writ explain http://allostreaming.com/ --bundled --at 2014-06-01',
    'writ explain a.tv:8443 order.json',
    'writ explain a.tv/films order.json',
  ],
  async run({ values, positionals }, world) {
    const [address, ...files] = positionals
    if (address === undefined) throw new UsageError('explain needs an address')
    if (files.length === 0 && !values.bundled) throw new UsageError('explain needs an order: a file, or --bundled')
    const question = parseQuery(withScheme(address))
    if (!question) throw new UsageError(`"${address}" is not a host or an address of the web`)
    const words = wordsIn(values.lang)
    if (!words) throw new UsageError(`--lang takes one of ${languages.join(', ')}`)
    const read = await readOrders(files, parseUsable, world)
    if (read.wrong.length > 0) return refuseDocuments(read.wrong, values.json, world)
    const given = read.orders.map((order): GivenOrder => ({ order, provenance: 'user' }))
    const orders = [...given, ...(values.bundled ? bundled.flatMap(orderIn) : [])]
    const now = instantOf(values.at, orders[0]?.order.timeZone ?? 'UTC', world)
    const library = memoryLibrary(orders, now)
    const coverages = find(question, library.index)
    const explanation = explainAsked(question, coverages, library.records, {
      effective: { settings: { afterTerm: values['beyond-term'] ? 'continue' : 'stop', choices: {} } },
      now,
      targetOf: library.targetOf,
      nearby: findNearby(question, library.index, coverages),
    })
    const text = explanationText(explanation, words, { now })
    world.out(values.json ? JSON.stringify({ explanation, text }, null, 2) : plainText(text, words))
    return exit.good
  },
})

/** `a.tv:8443` and `a.tv/films` as addresses, by the scheme that has the port; a name alone stays one. */
function withScheme(address: string): string {
  const [, port] = /^[^/:@[\]]+(?::(\d+))?(?:[/?].*)?$/.exec(address) ?? []
  const isName = port === undefined && !/[/?]/.test(address)
  if (address.includes('://') || isName) return address
  return `${port === '80' ? 'http' : 'https'}://${address}`
}

/** A bundled order, as the extension has it before anybody chooses. */
function orderIn({ document, choice }: (typeof bundled)[number]): GivenOrder[] {
  const parsed = parseUsable(JSON.stringify(document))
  return parsed.ok ? [{ order: parsed.value, provenance: 'bundled', choice }] : []
}
