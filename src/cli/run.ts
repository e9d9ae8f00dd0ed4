import { CommanderError } from 'commander'
import { exit, UsageError, type Exit, type World } from './command.ts'
import { overview } from './overview.ts'
import { programOf } from './program.ts'
import { table } from './table.ts'

/** Runs one command line (without `node` and the program's name) and gives its exit code. */
export async function run(args: string[], world: World): Promise<Exit> {
  const usage = overview(table)
  if (args[0] === '--help' || args[0] === '-h' || (args[0] === 'help' && args.length === 1)) {
    world.out(usage)
    return exit.good
  }
  const program = programOf(table, world)
  try {
    if (args.length === 0) throw new UsageError('no command')
    await program.parseAsync(args, { from: 'user' })
    return program.exitCode
  } catch (error) {
    if (isHelp(error)) return exit.good
    if (isOfFiles(error)) {
      world.error(`writ: ${error.message}`)
      return exit.bad
    }
    if (!(error instanceof UsageError) && !(error instanceof CommanderError)) throw error
    world.error(`writ: ${error.message.replace(/^error: /, '')}\n\n${usage}`)
    return exit.usage
  }
}

/** Whether the system refused a file: its own message says which, and why. */
function isOfFiles(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error
}

/** Commander ends a command line that asked for help by throwing. */
function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0
}
