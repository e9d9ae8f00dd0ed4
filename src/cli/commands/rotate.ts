import { rotatedRoot } from '../../feed/publishing/roles.ts'
import { limits, type Kind } from '../../feed/tuf/metadata.ts'
import { exit, UsageError, command } from '../command.ts'
import { changeSite, openExistingSite, refuseWith, siteOptions, type SiteValues } from '../feed/change-site.ts'
import { keyChangeOptions, readKeyChange, type KeyChangeValues } from '../feed/key-change.ts'

/** `writ rotate ROLE --out SITE`: other keys for one of the four roles, by a new root that the old keys sign, too; without any, the root is renewed. */
export const rotate = command<SiteValues & KeyChangeValues>({
  name: 'rotate',
  takes: '<role>',
  usage: 'ROLE --out SITE',
  does: 'other keys for a role',
  options: [...siteOptions, ...keyChangeOptions],
  examples: ['writ rotate timestamp --out site --add new.pub.json --remove old.pub.json'],
  async run({ values, positionals }, world) {
    const [kind, ...more] = positionals
    if (kind === undefined || more.length > 0 || !Object.hasOwn(limits, kind))
      throw new UsageError('rotate needs a role: root, targets, snapshot or timestamp')
    const change = await readKeyChange(values)
    if (!change.ok) return refuseWith(change.issues, world)
    const opened = await openExistingSite('rotate', values)
    if (!opened.ok) return refuseWith(opened.issues, world)
    const { site } = opened.value
    const root = rotatedRoot(site.root, kind as Kind, change.value, world.now())
    const { keyids, threshold } = root.signed.roles[kind as Kind]
    if (keyids.length < threshold) {
      const message = `would have ${keyids.length} keys, and needs ${threshold}: --add keys or lower the --threshold`
      return refuseWith([{ code: 'no-key', path: kind, message }], world)
    }
    const changed = await changeSite(opened.value, { root, targets: new Map() }, [], world)
    if (!changed.ok) return refuseWith(changed.issues, world)
    world.out(`root ${root.signed.version}: ${threshold} of ${keyids.length} keys for ${kind}\n${changed.value}`)
    return exit.good
  },
})
