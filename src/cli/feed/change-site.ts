import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Issue, type Result } from '../../order/issue.ts'
import { checkFeed, newReader } from '../../feed/publishing/check-feed.ts'
import { compose, type Drafts, type SiteFile } from '../../feed/publishing/compose.ts'
import { filesToRemove } from '../../feed/publishing/keep.ts'
import type { Signer } from '../../feed/publishing/signer.ts'
import { readSite, type Site } from '../../feed/publishing/site.ts'
import { digestOf } from '../../feed/tuf/bytes.ts'
import { line } from '../documents.ts'
import { exit, UsageError, type Exit, type World, type Option } from '../command.ts'
import { readKeys, type HeldKeys } from './keys.ts'
import { pendingFolder, readerOver, removeFromSite, sitePaths, siteReader, writeSite } from './site-folder.ts'

/** The arguments of every command that changes a site. */
export interface SiteValues {
  out?: string | undefined
  keys?: string[] | undefined
}

export const siteOptions: readonly Option[] = [
  { flags: '--out <site>', does: 'the folder of the feed' },
  {
    flags: '--keys <place>',
    does: 'a key, or a folder of keys; WRIT_KEYS in the environment holds keys, too',
    repeated: true,
  },
]

/** The site's folder, the site as it is, and the keys at hand. */
export interface Opened {
  folder: string
  /** Undefined where nothing was published yet. */
  site: Site | undefined
  keys: HeldKeys
}

export async function openSite(command: string, { out, keys }: SiteValues): Promise<Result<Opened>> {
  if (out === undefined) throw new UsageError(`${command} needs --out SITE`)
  const held = await readKeys(keys ?? [])
  if (!held.ok) return held
  const site = await readSite(siteReader(out))
  if (!site.ok) return site
  return { ok: true, value: { folder: out, site: site.value, keys: held.value }, warnings: [] }
}

/** A site that has to be there already. */
export async function openExistingSite(command: string, options: SiteValues): Promise<Result<Opened & { site: Site }>> {
  const opened = await openSite(command, options)
  if (!opened.ok) return opened
  const { site } = opened.value
  if (site?.timestamp) return { ...opened, value: { ...opened.value, site } }
  return failed([{ code: 'no-site', path: options.out!, message: 'holds no feed yet: writ publish makes one' }])
}

/** Says in words who signed what, after a change: what is published, or what waits. */
export async function changeSite(
  { folder, site, keys }: { folder: string; site: Site; keys: { signers: readonly Signer[] } },
  drafts: Drafts,
  targetFiles: readonly SiteFile[],
  world: World,
): Promise<Result<string>> {
  const { files, missing } = await compose(site, drafts, keys.signers, world.now())
  const all = [...targetFiles, ...files]
  const pending = pendingFolder(folder)
  if (missing.length > 0) {
    await rm(pending, { recursive: true, force: true })
    await writeSite(pending, all)
    return { ok: true, value: waiting(pending, missing), warnings: [] }
  }
  const read = readerOver(all, site.read)
  const pin = await digestOf((await read('metadata/1.root.json'))!)
  const checked = await checkFeed(newReader(read, pin, world.now()))
  if (!checked.ok) return checked
  for (const issue of checked.value.issues) world.error(`warning: ${line(issue)}`)
  await writeSite(folder, all)
  const written = await readSite(siteReader(folder))
  if (written.ok && written.value)
    await removeFromSite(folder, await filesToRemove(written.value, await sitePaths(folder)))
  await rm(pending, { recursive: true, force: true })
  return { ok: true, value: `published to ${folder}, for readers who know its root: ${pin}`, warnings: [] }
}

function waiting(pending: string, missing: readonly { path: string; signatures: number; role: string }[]): string {
  return [
    `nothing is published yet: it waits in ${pending} for`,
    ...missing.map(
      ({ path, signatures, role }) =>
        `  ${signatures} more ${signatures === 1 ? 'signature' : 'signatures'} of ${role}: writ sign ${join(pending, path)}`,
    ),
    'then: writ publish --out SITE, with the keys of snapshot and timestamp',
  ].join('\n')
}

/** Says what is wrong. */
export function refuseWith(issues: readonly Issue[], world: World): Exit {
  for (const issue of issues) world.error(line(issue))
  return exit.bad
}
