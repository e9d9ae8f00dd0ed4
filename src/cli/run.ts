import { languages } from './catalogues.ts'
import { check } from './commands/check.ts'
import { explain } from './commands/explain.ts'
import { policy } from './commands/policy.ts'

/** What a command may do to the world; tests hand in their own. */
export interface World {
  readText(path: string): Promise<string>
  /** Every file below a folder; a file gives itself. */
  list(path: string): Promise<string[]>
  /** Puts a file whole into its place, or leaves what is there; makes its folder. */
  write(path: string, data: Uint8Array, executable: boolean): Promise<void>
  /** Where a person can be asked. */
  ask?(question: string): Promise<string>
  out(text: string): void
  error(text: string): void
  /** Epoch milliseconds. */
  now(): number
}

/** Exit codes: the input is good, the input is bad, the command line is wrong. */
export const exit = { good: 0, bad: 1, usage: 2 } as const
type Exit = (typeof exit)[keyof typeof exit]

/** The person's mistake, not ours: said with the usage, exit code 2. */
export class UsageError extends Error {}

export type Command = (args: string[], world: World) => Promise<Exit>

const commands = new Map<string, Command>([
  ['check', check],
  ['explain', explain],
  ['policy', policy],
])

const usage = `writ check FILE...                        every issue of order documents; - is the standard input
writ explain URL [--at DATE] FILE...      why an address is blocked, or is not
writ policy [CONFIG] --out DIR            everything that deploys to a fleet; without CONFIG it asks
writ policy check PLACE                   what browsers would swallow of policies
writ policy show PLACE                    a policy as the extension reads it

  --json          for programs
  --bundled       explain: also the orders that come with the extension
  --beyond-term   explain: apply orders whose term has ended
  --lang CODE     explain: language of the text, ${languages.join(' ')} (default en)

exit code 0: good; 1: bad input; 2: wrong command line`

/** Runs one command line (without `node` and the program's name) and gives its exit code. */
export async function run([name, ...args]: string[], world: World): Promise<Exit> {
  if (name === 'help' || [name, ...args].some((word) => word === '--help' || word === '-h')) {
    world.out(usage)
    return exit.good
  }
  const command = commands.get(name ?? '')
  try {
    if (!command) throw new UsageError(name === undefined ? 'no command' : `no command "${name}"`)
    return await command(args, world)
  } catch (error) {
    if (!(error instanceof UsageError) && !isParseArgsError(error)) throw error
    world.error(`writ: ${error.message}\n\n${usage}`)
    return exit.usage
  }
}

/** `node:util` says so of an unknown option, or of one without its value. */
function isParseArgsError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}
