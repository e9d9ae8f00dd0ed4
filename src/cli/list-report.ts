import { entryClasses, type Counts, type Item } from '../import/judge/report.ts'
import { visible } from './documents.ts'
import type { ListsRead } from './read-lists.ts'

/** The report on lists, for a program. */
export function reportOf({ files, judged }: ListsRead) {
  const { counts, items, ignored } = judged
  const entries = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const each = (key: 'format' | 'encoding') => [...new Set(files.map((file) => file[key]))].join(', ')
  return { format: each('format'), encoding: each('encoding'), entries, counts, ignored, items, files }
}

/** The same for a person. Of each kind the first are shown. */
export function reportText(read: ListsRead): string {
  const { files, judged } = read
  const { counts, ignored, items, addresses } = judged
  const { entries } = reportOf(read)
  return [
    ...files.map(
      ({ file, format, encoding, profile }) =>
        `${file}: read as ${format}, ${encoding}${profile === undefined ? '' : `, register ${profile}`}`,
    ),
    `${entries} entries: ${countsText(counts)}`,
    ...(addresses > 0
      ? [`${addresses} of those taken are IP addresses: they are kept and shown, and never enforced`]
      : []),
    ...(Object.keys(ignored).length > 0 ? [`no entries: ${ignoredText(ignored)}`] : []),
    ...entryClasses.flatMap((kind) => itemLines(items.filter((item) => item.class === kind))),
  ].join('\n')
}

function countsText(counts: Counts): string {
  return entryClasses
    .filter((kind) => counts[kind] > 0 || kind === 'taken')
    .map((kind) => `${counts[kind]} ${kind}`)
    .join(', ')
}

function ignoredText(ignored: Readonly<Record<string, number>>): string {
  return Object.entries(ignored)
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ')
}

/** More would scroll away what comes before; programs get all. */
const mostShown = 20

function itemLines(items: readonly Item[]): string[] {
  const lines = items.slice(0, mostShown).map(({ file, line, value, class: kind, reason }) => {
    const place = file === undefined ? `line ${line}` : `${file}, line ${line}`
    return visible(`  ${kind}, ${place}: ${value} ${reason}`)
  })
  const more = items.length - lines.length
  return more > 0 ? [...lines, `  and ${more} more ${items[0]!.class}: --json lists them all`] : lines
}
