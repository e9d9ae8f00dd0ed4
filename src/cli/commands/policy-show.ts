import { schedule } from '../../order/time/schedule.ts'
import { statusAt } from '../../order/time/status.ts'
import { targetCount } from '../../order/targets/placed.ts'
import { parseUsable } from '../../order/reading/parse-usable.ts'
import { failed, type Result } from '../../order/issue.ts'
import { managedParts, receiveSettings, type Received } from '../../deployment/check/managed-settings.ts'
import { policyFiles } from '../../deployment/check/policy-file.ts'
import type { PolicyBytes } from '../../deployment/check/finding.ts'
import { writsIds } from '../../deployment/check/own-ids.ts'
import { managedKeys, readPolicy } from '../../policy/policy.ts'
import { line } from '../documents.ts'
import { policyBytes } from '../policy-files.ts'
import { exit, UsageError, command, json } from '../command.ts'

/** `writ policy show PLACE`: a policy as the extension reads it. */
export const policyShow = command<{ json?: boolean }>({
  name: 'show',
  takes: '<place>',
  usage: 'PLACE',
  does: 'a policy as the extension reads it',
  options: [json],
  examples: ['writ policy show kit/linux'],
  async run({ values, positionals }, world) {
    const [place, ...more] = positionals
    if (place === undefined || more.length > 0) throw new UsageError('policy show needs one folder or file')
    const texts = await policyBytes(place, world)
    const managed = texts.ok ? managedOf(texts.value) : texts
    if (!managed.ok) {
      for (const issue of managed.issues) world.error(`${place}: ${line(issue)}`)
      return exit.bad
    }
    const { issues } = managed.value
    const { settings, orders } = readPolicy(managed.value.settings, parseUsable)
    const now = world.now()
    const listed = orders.map(({ order }) => ({
      id: order.id,
      version: order.version,
      title: Object.values(order.title)[0],
      targets: targetCount(order),
      status: statusAt(schedule(order), now),
    }))
    if (values.json) world.out(JSON.stringify({ settings, orders: listed, issues }, null, 2))
    else
      world.out(
        [
          ...Object.entries(settings).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
          ...listed.map(
            ({ id, version, title, targets, status }) =>
              `order ${id} v${version}: ${title}; ${targets} targets; ${status}`,
          ),
          ...issues.map((issue) => `cannot be used: ${line(issue)}`),
        ].join('\n') || 'nothing is set',
      )
    return issues.length === 0 ? exit.good : exit.bad
  },
})

/** Writ's settings among the files: in a policy's place for extensions, or bare. */
function managedOf(files: readonly PolicyBytes[]): Result<Received> {
  const { files: policies, ownIds } = policyFiles(files)
  const ids = writsIds(policies, ownIds)
  const parts = policies.flatMap((file) => managedParts(file, ids))
  if (new Set(parts.map(({ place }) => place)).size > 1) {
    const found = [...new Set(parts.map(({ file }) => file))].join(', ')
    const message = `holds the settings of several browsers: show one of ${found}`
    return failed([{ code: 'several', path: '', message }])
  }
  if (parts.length > 0) return { ok: true, value: receiveSettings(parts), warnings: [] }
  const bare = policies.find((file) => Object.keys(file.policies).some((key) => managedKeys.includes(key)))
  if (!bare) return failed([{ code: 'no-settings', path: '', message: 'holds no settings of Writ' }])
  const { path, kind, place, policies: settings } = bare
  return { ok: true, value: receiveSettings([{ file: path, kind, place, path: '', settings }]), warnings: [] }
}
