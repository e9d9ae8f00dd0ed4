import { Command as Program, Option as ProgramOption } from 'commander'
import { exit, type Command, type Exit, type Option, type World } from './command.ts'

/** Commander's reader of the command line, made of the table. */
class WritProgram extends Program {
  exitCode: Exit = exit.good
}

/** The commands of the table, as commander reads them. Nothing is written but by the world. */
export function programOf(table: readonly { commands: readonly Command[] }[], world: World): WritProgram {
  const program = new WritProgram('writ')
  program.exitOverride()
  program.enablePositionalOptions()
  program.configureOutput({ writeOut: (text) => world.out(text.trimEnd()), writeErr: () => {} })
  const ran = (code: Exit) => void (program.exitCode = code)
  for (const { commands } of table) for (const entry of commands) add(program, entry, world, ran)
  return program
}

function add(above: Program, entry: Command, world: World, ran: (code: Exit) => void): void {
  const own = above.command(entry.name).description(entry.does)
  if (entry.takes !== '') own.arguments(entry.takes)
  for (const option of entry.options) own.addOption(optionOf(option))
  const examples = entry.examples.map((example) => `  ${example}`).join('\n')
  own.addHelpText('after', `\nExamples:\n${examples}\n\nexit code 0: good; 1: bad input; 2: wrong command line`)
  for (const below of entry.commands ?? []) add(own, below, world, ran)
  own.action(async () => {
    // Commander names options as JavaScript would: `beyondTerm`.
    const read = own.opts<Record<string, string | boolean | string[]>>()
    const values = own.options.map((option) => [option.name(), read[option.attributeName()]] as const)
    const given = Object.fromEntries(values.filter(([, value]) => value !== undefined))
    ran(await entry.run({ values: given, positionals: own.args }, world))
  })
}

function optionOf({ flags, does, default: otherwise, repeated }: Option): ProgramOption {
  const option = new ProgramOption(flags, repeated ? `${does}; can be given several times` : does)
  if (otherwise !== undefined) option.default(otherwise)
  return repeated ? option.argParser((value, before: string[] = []) => [...before, value]) : option
}
