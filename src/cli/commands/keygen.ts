import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { schemes } from '../../feed/tuf/keys.ts'
import { makePrivateKey, signerOf, type SchemeName } from '../../feed/publishing/signer.ts'
import { writeWhole } from '../feed/site-folder.ts'
import { exit, UsageError, command } from '../command.ts'

const roles = ['root', 'targets', 'snapshot', 'timestamp']

/** `writ keygen [NAME...] --out DIR`: new keys, each a private file that only its owner reads, and a public one beside it. */
export const keygen = command<{ out?: string; scheme: string }>({
  name: 'keygen',
  takes: '[name...]',
  usage: '[NAME...] --out DIR',
  does: 'new keys: root, targets, snapshot and timestamp',
  options: [
    { flags: '--out <dir>', does: 'where the keys are put' },
    { flags: '--scheme <name>', does: `one of ${[...schemes.keys()].join(', ')}`, default: 'ed25519' },
  ],
  examples: ['writ keygen --out keys'],
  async run({ values, positionals }, world) {
    const { out, scheme } = values
    if (out === undefined) throw new UsageError('keygen needs --out DIR')
    if (!schemes.has(scheme)) throw new UsageError(`--scheme is one of ${[...schemes.keys()].join(', ')}`)
    const names = positionals.length > 0 ? positionals : roles
    const wrong = names.find((name) => !/^[a-z0-9][a-z0-9-]*$/.test(name))
    if (wrong !== undefined) throw new UsageError(`a key's name is made of a-z, 0-9 and -, not "${wrong}"`)
    for (const name of names) {
      const file = join(out, `${name}.pem`)
      if (existsSync(file)) {
        world.error(`${file}: is there already, and what it signs for would be lost: choose another name`)
        return exit.bad
      }
      const pem = await makePrivateKey(scheme as SchemeName)
      const { keyId, key } = (await signerOf(pem))!
      await writeWhole(file, pem, 0o600)
      await writeWhole(join(out, `${name}.pub.json`), `${JSON.stringify(key, null, 2)}\n`)
      world.out(`${file}  ${keyId}`)
    }
    return exit.good
  },
})
