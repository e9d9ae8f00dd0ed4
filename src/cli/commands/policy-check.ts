import { checkPolicies } from '../../deployment/check/check.ts'
import { line } from '../documents.ts'
import { policyTexts } from '../policy-texts.ts'
import { exit, UsageError, command, json } from '../command.ts'

/** `writ policy check PLACE`: what browsers would swallow of the policies in a folder or a file. */
export const policyCheck = command<{ json?: boolean }>({
  name: 'check',
  takes: '<place>',
  usage: 'PLACE',
  does: 'what browsers would swallow of policies',
  options: [json],
  examples: ['writ policy check kit'],
  async run({ values, positionals }, world) {
    const [place, ...more] = positionals
    if (place === undefined || more.length > 0) throw new UsageError('policy check needs one folder or file')
    const read = await policyTexts(place, world)
    if (!read.ok) {
      for (const issue of read.issues) world.error(`${place}: ${line(issue)}`)
      return exit.bad
    }
    const findings = checkPolicies(read.value)
    if (values.json)
      world.out(
        JSON.stringify({ ok: findings.length === 0, files: read.value.map(({ path }) => path), findings }, null, 2),
      )
    else if (findings.length === 0) world.out(`${place}: nothing wrong in ${read.value.length} files`)
    else for (const finding of findings) world.out(`${finding.file}: ${line(finding)}`)
    return findings.length === 0 ? exit.good : exit.bad
  },
})
