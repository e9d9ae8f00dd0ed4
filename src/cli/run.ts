import { languages } from './catalogues.ts'
import { check } from './commands/check.ts'
import { delegate } from './commands/delegate.ts'
import { explain } from './commands/explain.ts'
import { keygen } from './commands/keygen.ts'
import { policy } from './commands/policy.ts'
import { publish } from './commands/publish.ts'
import { refresh } from './commands/refresh.ts'
import { rotate } from './commands/rotate.ts'
import { serve } from './commands/serve.ts'
import { sign } from './commands/sign.ts'
import { verify } from './commands/verify.ts'
import { exit, UsageError, type Command, type Exit, type World } from './command.ts'

const commands = new Map<string, Command>([
  ['check', check],
  ['explain', explain],
  ['policy', policy],
  ['keygen', keygen],
  ['publish', publish],
  ['sign', sign],
  ['rotate', rotate],
  ['delegate', delegate],
  ['refresh', refresh],
  ['verify', verify],
  ['serve', serve],
])

const usage = `writ check FILE...                        every issue of order documents; - is the standard input
writ explain URL [--at DATE] FILE...      why an address is blocked, or is not
writ policy [CONFIG] --out DIR            everything that deploys to a fleet; without CONFIG it asks
writ policy check PLACE                   what browsers would swallow of policies
writ policy show PLACE                    a policy as the extension reads it

Feeds (docs/feed.md):
writ keygen [NAME...] --out DIR           new keys: root, targets, snapshot and timestamp
writ publish [DIR] --out SITE             a folder's orders as a signed feed; without DIR what waited for signatures
writ sign FILE                            adds signatures to metadata that waits for them
writ rotate ROLE --out SITE               other keys for a role
writ delegate AUTHORITY --out SITE        lets an authority publish its own orders under this feed
writ refresh --out SITE                   a new timestamp, by the online key
writ verify URL|DIR --root SHA256         a feed as a browser reads it
writ serve SITE [--port N]                a feed on this machine, to try it

  --json          for programs
  --bundled       explain: also the orders that come with the extension
  --beyond-term   explain: apply orders whose term has ended
  --lang CODE     explain: language of the text, ${languages.join(' ')} (default en)
  --keys PLACE    a key, or a folder of keys; WRIT_KEYS in the environment holds keys, too

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
