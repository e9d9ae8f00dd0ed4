import { join } from 'node:path'
import type { Issue, Result } from '../../order/issue.ts'
import { readConfig, type KitConfig } from '../../deployment/kit/config.ts'
import { jsonFile, type KitFile } from '../../deployment/kit/files.ts'
import { kit } from '../../deployment/kit/kit.ts'
import { line } from '../documents.ts'
import { exit, UsageError, command, json, type World } from '../command.ts'
import { askForConfig } from '../kit-questions.ts'
import { readConfigFile } from '../kit-config.ts'
import { nameUuid } from '../name-uuid.ts'
import { sha256 } from '../sha256.ts'
import { policyCheck } from './policy-check.ts'
import { policyShow } from './policy-show.ts'

/** `writ policy [CONFIG] --out DIR`: a folder with everything that puts Writ into a fleet's browsers. */
export const policy = command<{ out?: string; json?: boolean }>({
  name: 'policy',
  takes: '[config]',
  usage: '[CONFIG] --out DIR',
  does: 'everything that deploys to a fleet; without CONFIG it asks',
  options: [{ flags: '--out <dir>', does: 'the folder that is written' }, json],
  examples: ['writ policy --out kit', 'writ policy kit/config.json --out kit'],
  commands: [policyCheck, policyShow],
  async run({ values, positionals }, world) {
    const folder = values.out
    if (folder === undefined) throw new UsageError('policy needs --out DIR')
    const [file] = positionals
    const source = file === undefined ? await configFromAnswers(world) : await readConfigFile(file, world)
    if (!source.ok) return refuse(source.issues, values.json, file, world)
    const config = readConfig(source.value)
    if (!config.ok) return refuse(config.issues, values.json, file, world)
    const { files, warnings } = kit(config.value, { now: world.now(), uuid: nameUuid, digest: sha256 })
    // What the kit was made from goes with it: the same folder can be made again.
    const written = [...files, jsonFile('config.json', source.value)]
    for (const one of written)
      await world.write(join(folder, ...one.path.split('/')), bytesOf(one), one.executable ?? false)
    report(config.value, folder, written, warnings, values.json, world)
    return exit.good
  },
})

async function configFromAnswers(world: World): Promise<Result<Record<string, unknown>>> {
  if (!world.ask) throw new UsageError('policy needs a configuration, or a terminal to ask on')
  return askForConfig(world.ask, world)
}

function bytesOf({ text, encoding }: KitFile): Uint8Array {
  return Buffer.from(text, encoding ?? 'utf8')
}

function refuse(issues: Issue[], json: boolean | undefined, file: string | undefined, world: World) {
  if (json) world.out(JSON.stringify({ ok: false, issues }, null, 2))
  else for (const issue of issues) world.error(`${file ?? 'configuration'}: ${line(issue)}`)
  return exit.bad
}

function report(
  { browsers, install, policy }: KitConfig,
  folder: string,
  files: KitFile[],
  warnings: Issue[],
  json: boolean | undefined,
  world: World,
): void {
  if (json) {
    world.out(JSON.stringify({ ok: true, folder, files: files.map(({ path }) => path), warnings }, null, 2))
    return
  }
  const orders = [...policy.orders.map(({ order }) => order.id), ...Object.keys(policy.settings.choices ?? {})]
  world.out(
    [
      `${files.length} files in ${folder}, for ${browsers.join(', ')}: begin with ${join(folder, 'README.md')}`,
      `orders: ${orders.join(', ') || 'none'}`,
      `extension: ${install.chromium.id} (Chromium), ${install.firefox.id} (Firefox)`,
      ...warnings.map((warning) => `warning: ${line(warning)}`),
    ].join('\n'),
  )
}
