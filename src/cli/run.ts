import { languages } from './catalogues.ts'
import { check } from './commands/check.ts'
import { explain } from './commands/explain.ts'
import { policy } from './commands/policy.ts'
import { exit, UsageError, type Command, type Exit, type World } from './command.ts'

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
