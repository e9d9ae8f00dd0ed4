import { parseOrderText } from '../../order/reading/parse.ts'
import { adviceOn } from '../advice.ts'
import { orderFiles, toChecked, readDocument, report, type Checked } from '../documents.ts'
import { exit, command, json } from '../command.ts'

/** `writ check FILE|DIR...`: every issue of each document, what is seldom meant, and of each in a folder. */
export const check = command<{ json?: boolean }>({
  name: 'check',
  takes: '<place...>',
  usage: 'FILE|DIR...',
  does: 'every issue of order documents, or of all in a folder; - is the standard input',
  options: [json],
  examples: ['writ check order.json', 'writ check orders/ --json'],
  async run({ values, positionals }, world) {
    const all: Checked[] = []
    for (const file of (await Promise.all(positionals.map((place) => orderFiles(place, world)))).flat()) {
      const text = await readDocument(file, world)
      const order = text.ok ? parseOrderText(text.value) : text
      all.push(
        toChecked(file, order.ok ? { ...order, warnings: [...order.warnings, ...adviceOn(order.value)] } : order),
      )
    }
    world.out(values.json ? JSON.stringify(all, null, 2) : all.map(report).join('\n'))
    return all.every(({ ok }) => ok) ? exit.good : exit.bad
  },
})
