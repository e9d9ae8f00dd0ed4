import type { Command } from './command.ts'

/** A command's lines in the overview: its own, and those of the commands below it. */
function linesOf(entry: Command, above: string): string[] {
  const name = `${above} ${entry.name}`
  const own = `${`${name} ${entry.usage}`.padEnd(43)} ${entry.does}`
  return [own, ...(entry.commands ?? []).flatMap((one) => linesOf(one, name))]
}

/** Every command in a line. */
export function overview(table: readonly { title: string; commands: readonly Command[] }[]): string {
  const groups = table.map(({ title, commands }) =>
    [`${title}:`, ...commands.flatMap((entry) => linesOf(entry, 'writ'))].join('\n'),
  )
  return `${groups.join('\n\n')}

writ COMMAND --help    its options, and examples
exit code 0: good; 1: bad input; 2: wrong command line`
}
