import { composeTimestamp } from '../../feed/publishing/compose.ts'
import { expiresSoon } from '../../feed/publishing/envelope.ts'
import { exit, command } from '../command.ts'
import { openExistingSite, refuseWith, siteOptions, type SiteValues } from '../feed/change-site.ts'
import { writeSite } from '../feed/site-folder.ts'
import { writeRegister } from '../feed/write-register.ts'

/** `writ refresh --out SITE`: a new timestamp alone, by the online key, which says that nothing newer is held back; and the register of the day. */
export const refresh = command<SiteValues>({
  name: 'refresh',
  takes: '',
  usage: '--out SITE',
  does: 'a new timestamp, by the online key, and the register of the day',
  options: siteOptions,
  examples: ['writ refresh --out site --keys keys/timestamp.pem'],
  async run({ values }, world) {
    const opened = await openExistingSite('refresh', values)
    if (!opened.ok) return refuseWith(opened.issues, world)
    const { site, keys, folder } = opened.value
    const now = world.now()
    const { files, missing } = await composeTimestamp(site, keys.signers, now)
    const [first] = missing
    if (first) {
      const message = `needs ${first.signatures} more signatures of ${first.role}: name its key by --keys or in WRIT_KEYS`
      return refuseWith([{ code: 'feed-signature', path: first.path, message }], world)
    }
    await writeSite(folder, files)
    for (const [name, envelope] of [
      ['root', site.root] as const,
      ['snapshot', site.snapshot!] as const,
      ...site.targets,
    ])
      if (expiresSoon(envelope, now))
        world.error(`warning: ${name} expires on ${envelope.signed.expires}: ${renewal(name)}`)
    world.out(`refreshed ${folder}`)
    const register = await writeRegister(folder, {}, world)
    return register.ok ? exit.good : refuseWith(register.issues, world)
  },
})

/** Browsers take nothing new once something has expired. */
function renewal(name: string): string {
  return name === 'root' ? 'writ rotate root renews it' : 'writ publish renews it'
}
