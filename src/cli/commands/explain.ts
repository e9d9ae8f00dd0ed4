import { parseArgs } from 'node:util'
import { parseQuery } from '../../names/query.ts'
import { explain as explainAsked } from '../../standing/explain.ts'
import { find, findNearby } from '../../names/find.ts'
import { memoryLibrary, type GivenOrder } from '../../standing/memory-library.ts'
import { bundled } from '../../bundled/bundled.ts'
import { endOfDay, instant, isDate, isInstant, startOfDay } from '../../order/time/calendar.ts'
import type { Result } from '../../order/issue.ts'
import { parseUsable } from '../../order/reading/parse-usable.ts'
import { explanationText, plainText } from '../../words/explanation.ts'
import { languages, wordsIn } from '../catalogues.ts'
import { toChecked, readDocument, report, type Checked } from '../documents.ts'
import { exit, UsageError, type Command, type World } from '../command.ts'

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
  const question = parseQuery(address)
  if (!question) throw new UsageError(`"${address}" is not a host or an address of the web`)
  const words = wordsIn(values.lang)
  if (!words) throw new UsageError(`--lang takes one of ${languages.join(', ')}`)
  const read = await readOrders(files, world)
  if (!read.ok) {
    if (values.json) world.out(JSON.stringify(read.wrong, null, 2))
    else world.error(read.wrong.map(report).join('\n'))
    return exit.bad
  }
  const orders = [...read.orders, ...(values.bundled ? bundled.flatMap(orderIn) : [])]
  const now = instantOf(values.at, orders, world)
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
}

/** A day is a court's day: its middle in the time zone of the first order. */
function instantOf(at: string | undefined, [first]: readonly GivenOrder[], world: World): number {
  if (at === undefined) return world.now()
  const zone = first?.order.timeZone ?? 'UTC'
  if (isDate(at)) return (startOfDay(at, zone) + endOfDay(at, zone)) / 2
  if (isInstant(at)) return instant(at)
  throw new UsageError('--at takes a day (2014-06-01) or an instant (2014-06-01T12:00:00Z)')
}

type Read = { ok: true; orders: GivenOrder[] } | { ok: false; wrong: Checked[] }

/** Every document's order, or what is wrong with those that have none. */
async function readOrders(files: string[], world: World): Promise<Read> {
  const orders: GivenOrder[] = []
  const wrong: Checked[] = []
  for (const file of files) {
    const text = await readDocument(file, world)
    const parsed = text.ok ? parseUsable(text.value) : text
    if (!parsed.ok) wrong.push(toChecked(file, parsed))
    else if (orders.some(({ order: { id } }) => id === parsed.value.id))
      wrong.push(toChecked(file, sameId(parsed.value.id)))
    else orders.push({ order: parsed.value, provenance: 'user' })
  }
  return wrong.length === 0 ? { ok: true, orders } : { ok: false, wrong }
}

function sameId(id: string): Result<never> {
  const message = `is "${id}", as that of a file before it: leave one of the two out`
  return { ok: false, issues: [{ code: 'duplicate-order', path: 'id', message }], warnings: [] }
}

/** A bundled order, as the extension has it before anybody chooses. */
function orderIn({ document, choice }: (typeof bundled)[number]): GivenOrder[] {
  const parsed = parseUsable(JSON.stringify(document))
  return parsed.ok ? [{ order: parsed.value, provenance: 'bundled', choice }] : []
}
