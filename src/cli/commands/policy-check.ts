import { checkPolicies, type Checked } from '../../deployment/check/check.ts'
import { isObject } from '../../order/reading/reader.ts'
import { line, visible } from '../documents.ts'
import { usualInstall } from '../kit-config.ts'
import { policyBytes } from '../policy-files.ts'
import { standingLine } from '../standing-line.ts'
import { exit, UsageError, command, json, type World } from '../command.ts'

/** `writ policy check PLACE`: what policies in a folder or a file bring about, and what browsers would swallow of them. */
export const policyCheck = command<{ json?: boolean; incomplete?: boolean }>({
  name: 'check',
  takes: '<place>',
  usage: 'PLACE',
  does: 'what policies bring about, and what browsers would swallow',
  options: [
    {
      flags: '--incomplete',
      does: 'accepts that Writ is not installed, that nothing is set, or that no order is in force',
    },
    json,
  ],
  examples: ['writ policy check kit', 'writ policy check /etc/opt/chrome/policies/managed'],
  async run({ values, positionals }, world) {
    const [place, ...more] = positionals
    if (place === undefined || more.length > 0) throw new UsageError('policy check needs one folder or file')
    const read = await policyBytes(place, world)
    if (!read.ok) {
      for (const issue of read.issues) world.error(`${place}: ${line(issue)}`)
      return exit.bad
    }
    const checked = checkPolicies(read.value, world.now(), await packageIds(world))
    const isGood = checked.findings.length === 0 && (checked.enforces || values.incomplete === true)
    if (values.json)
      world.out(JSON.stringify({ ok: isGood, files: read.value.map(({ path }) => path), ...checked }, null, 2))
    else for (const said of linesOf(place, checked)) world.out(said)
    return isGood ? exit.good : exit.bad
  },
})

function linesOf(place: string, { findings, standings }: Checked): string[] {
  const isThere = standings.some(({ id, settings }) => id !== undefined || settings > 0)
  return [
    ...standings.flatMap((standing) => [
      visible(standingLine(standing)),
      ...standing.wanting.map(({ code, message }) => `${visible(standing.place)}: ${message} [${code}]`),
    ]),
    ...(isThere ? [] : [`${place}: nothing here installs Writ, sets it or enforces an order [nothing-of-writ]`]),
    ...findings.map((finding) => `${visible(finding.file)}: ${line(finding)}`),
  ]
}

/** The ids of the packages that were made here, where some were. */
async function packageIds(world: World): Promise<string[]> {
  try {
    const install: unknown = JSON.parse(await world.readText(usualInstall))
    const parts = isObject(install) ? [install['chromium'], install['firefox']] : []
    return parts.flatMap((part) => (isObject(part) && typeof part['id'] === 'string' ? [part['id']] : []))
  } catch {
    return []
  }
}
