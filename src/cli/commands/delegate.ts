import { delegated } from '../../feed/publishing/roles.ts'
import { exit, UsageError, command } from '../command.ts'
import { changeSite, openExistingSite, refuseWith, siteOptions, type SiteValues } from '../feed/change-site.ts'
import { keyChangeOptions, readKeyChange, type KeyChangeValues } from '../feed/key-change.ts'

/** `writ delegate AUTHORITY --out SITE`: lets an authority publish under a hub by its own keys, or with other keys, or no more. */
export const delegate = command<SiteValues & KeyChangeValues>({
  name: 'delegate',
  takes: '<authority>',
  usage: 'AUTHORITY --out SITE',
  does: 'lets an authority publish its own orders under this feed',
  options: [...siteOptions, ...keyChangeOptions],
  examples: ['writ delegate ministry --out site --add ministry.pub.json'],
  async run({ values, positionals }, world) {
    const [authority, ...more] = positionals
    if (authority === undefined || more.length > 0) throw new UsageError('delegate needs the name of one authority')
    if (
      !/^[a-z0-9][a-z0-9-]{1,39}$/.test(authority) ||
      ['root', 'targets', 'snapshot', 'timestamp'].includes(authority)
    )
      throw new UsageError('the name of an authority is 2 to 40 of a-z, 0-9 and -, and none of the four roles')
    if (!values.add && !values.remove && values.threshold === undefined)
      throw new UsageError('delegate needs --add KEY, --remove KEY or --threshold N')
    const change = await readKeyChange(values)
    if (!change.ok) return refuseWith(change.issues, world)
    const opened = await openExistingSite('delegate', values)
    if (!opened.ok) return refuseWith(opened.issues, world)
    const targets = delegated(opened.value.site.targets.get('targets')!, authority, change.value, world.now())
    const role = targets.signed.delegations!.roles.find(({ name }) => name === authority)
    if (role && role.keyids.length < role.threshold) {
      const message = `would have ${role.keyids.length} keys, and needs ${role.threshold}`
      return refuseWith([{ code: 'no-key', path: authority, message }], world)
    }
    const changed = await changeSite(opened.value, { targets: new Map([['targets', targets]]) }, [], world)
    if (!changed.ok) return refuseWith(changed.issues, world)
    const says = role
      ? `${authority} signs for orders/${authority}/ with ${role.threshold} of ${role.keyids.length} keys`
      : `${authority} signs for nothing any more`
    world.out(`${says}\n${changed.value}`)
    return exit.good
  },
})
