import { command, exit, json } from '../command.ts'
import { readCompared, type Compared } from '../compared.ts'
import { changesBetween, type Changed } from '../comparison.ts'
import { line, visible } from '../documents.ts'

/** `writ diff OLD NEW`: what one version of an order, or of a list, says otherwise than the other. */
export const diff = command<{ json?: boolean }>({
  name: 'diff',
  takes: '<old> <new>',
  usage: 'OLD NEW',
  does: 'what has changed from an order, or a list, to another',
  options: [json],
  examples: ['writ diff order.json order-new.json', 'writ diff register-may.csv register-june.csv --json'],
  async run({ values, positionals }, world) {
    const sides: Compared[] = []
    for (const file of positionals) {
      const read = await readCompared(file, world)
      if (!read.ok) {
        if (values.json) world.out(JSON.stringify({ ok: false, file, issues: read.issues }, null, 2))
        else for (const issue of read.issues) world.error(`${file}: ${line(issue)}`)
        return exit.bad
      }
      sides.push(read.value)
    }
    const difference = differenceOf(sides[0]!, sides[1]!)
    world.out(values.json ? JSON.stringify(difference, null, 2) : wordsOf(difference, sides[0]!.counting.size))
    return exit.good
  },
})

interface Difference {
  added: string[]
  removed: string[]
  /** Counted before, and lifted now. */
  lifted: string[]
  changed: Changed[]
}

function differenceOf(before: Compared, after: Compared): Difference {
  const gone = [...before.counting].filter((value) => !after.counting.has(value))
  return {
    added: [...after.counting].filter((value) => !before.counting.has(value)).map(shownKey),
    removed: gone.filter((value) => !after.lifted.has(value)).map(shownKey),
    lifted: gone.filter((value) => after.lifted.has(value)).map(shownKey),
    changed: changesBetween(before.facts, after.facts),
  }
}

/** A host is marked, for the domain of that name is another target. */
function shownKey(key: string): string {
  return key.startsWith('=') ? `${key.slice(1)} alone` : key
}

const mostShown = 50

function wordsOf({ added, removed, lifted, changed }: Difference, before: number): string {
  const share = before > 0 ? `, ${Math.round(((added.length + removed.length + lifted.length) / before) * 100)} %` : ''
  const lines = [
    ...changed.map(({ path, before: was, after: is }) => `${path}: ${told(was)} is now ${told(is)}`),
    ...listed('added', added),
    ...listed('lifted', lifted),
    ...listed('no longer listed', removed),
  ]
  if (lines.length === 0) return 'nothing has changed'
  const sum = `${added.length} added, ${lifted.length} lifted, ${removed.length} no longer listed, of ${before}${share}`
  return [sum, ...lines.map(visible)].join('\n')
}

function told(value: unknown): string {
  return value === undefined ? 'not said' : JSON.stringify(value)
}

function listed(what: string, values: readonly string[]): string[] {
  const lines = values.slice(0, mostShown).map((value) => `  ${what}: ${value}`)
  const more = values.length - lines.length
  return more > 0 ? [...lines, `  and ${more} more ${what}: --json lists them all`] : lines
}
