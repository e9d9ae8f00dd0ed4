import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '../../order/issue.ts'
import type { SiteFile } from '../../feed/publishing/compose.ts'
import type { Envelope, RootPart } from '../../feed/publishing/envelope.ts'
import { publishDocuments, type SourceFile, type TargetsChange } from '../../feed/publishing/publish.ts'
import { firstRoot } from '../../feed/publishing/roles.ts'
import type { Site } from '../../feed/publishing/site.ts'
import { line } from '../documents.ts'
import { exit, UsageError, command, type World } from '../command.ts'
import { changeSite, openSite, refuseWith, siteOptions, type Opened, type SiteValues } from '../feed/change-site.ts'
import { firstRoles } from '../feed/first-roles.ts'
import { readPending } from '../feed/pending.ts'
import { sitePaths, siteReader } from '../feed/site-folder.ts'
import { languages } from '../catalogues.ts'
import { registerOptions, writeRegister, type RegisterValues } from '../feed/write-register.ts'

/** `writ publish [DIR] --out SITE`: a folder's orders as a signed feed; without DIR what waited for signatures. */
export const publish = command<SiteValues & RegisterValues & { authority?: string; threshold?: string[] }>({
  name: 'publish',
  takes: '[dir]',
  usage: '[DIR] --out SITE',
  does: 'a folder’s orders as a signed feed and a register; without DIR what waited for signatures',
  options: [
    ...siteOptions,
    { flags: '--authority <name>', does: 'publishes as one to whom it was delegated' },
    { flags: '--threshold <role=n>', does: 'signatures that a role needs in a new feed', repeated: true },
    ...registerOptions,
  ],
  examples: [
    'writ publish orders --out site --keys keys',
    'writ publish orders --out site --keys keys --organization "Example Authority" --hide-names sealed-order',
  ],
  async run({ values, positionals }, world) {
    if (positionals.length > 1) throw new UsageError('publish takes one folder')
    if (values.lang !== undefined && !languages.includes(values.lang))
      throw new UsageError(`--lang takes one of ${languages.join(', ')}`)
    const opened = await openSite('publish', values)
    if (!opened.ok) return refuseWith(opened.issues, world)
    const { site } = opened.value
    const [folder] = positionals
    if (folder === undefined) return complete(opened.value, values, world)
    const root = site ? undefined : firstRootOf(opened.value, values.threshold ?? [], world)
    if (root && !root.ok) return refuseWith(root.issues, world)
    const base = site ?? { read: siteReader(opened.value.folder), root: root!.value, targets: new Map() }
    const role = values.authority ?? 'targets'
    if (values.authority !== undefined && !delegatesTo(base, values.authority))
      return refuseWith([notDelegated(values.authority)], world)
    const change = await publishDocuments(base, role, await sourcesIn(folder), world.now())
    for (const warning of change.warnings) world.error(`warning: ${line(warning)}`)
    if (!change.ok) return refuseWith(change.issues, world)
    if (!change.value) {
      world.out('nothing has changed')
      return register(opened.value.folder, values, world)
    }
    const drafts = { ...(root ? { root: root.value } : {}), targets: new Map([[role, change.value.envelope]]) }
    const changed = await changeSite({ ...opened.value, site: base }, drafts, change.value.files, world)
    if (!changed.ok) return refuseWith(changed.issues, world)
    world.out([...whatChanged(change.value), changed.value].join('\n'))
    return register(opened.value.folder, values, world)
  },
})

/** Publishes what waited, with the signatures that it has got since. */
async function complete({ folder, site, keys }: Opened, values: RegisterValues, world: World) {
  const pending = await readPending(folder, site)
  if (!pending.ok) return refuseWith(pending.issues, world)
  const { drafts, files, base } = pending.value
  const changed = await changeSite({ folder, site: base, keys }, drafts, files, world)
  if (!changed.ok) return refuseWith(changed.issues, world)
  world.out(changed.value)
  return register(folder, values, world)
}

/** Writes the register of what is published, which is as old as the day: states change, though no document has. */
async function register(folder: string, values: RegisterValues, world: World) {
  const written = await writeRegister(folder, values, world)
  return written.ok ? exit.good : refuseWith(written.issues, world)
}

function firstRootOf({ keys }: Opened, thresholds: readonly string[], world: World): Result<Envelope<RootPart>> {
  const roles = firstRoles(keys.named, thresholds)
  return roles.ok ? { ok: true, value: firstRoot(roles.value, world.now()), warnings: [] } : roles
}

function delegatesTo(site: Site, authority: string): boolean {
  const roles = site.targets.get('targets')?.signed.delegations?.roles ?? []
  return roles.some(({ name }) => name === authority)
}

function notDelegated(authority: string) {
  return { code: 'no-delegation', path: authority, message: 'may not publish here yet: writ delegate lets it' }
}

async function sourcesIn(folder: string): Promise<SourceFile[]> {
  const files = (await sitePaths(folder)).filter((file) => file.endsWith('.json')).toSorted()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })))
}

function whatChanged({ added, updated, removed, files }: TargetsChange): string[] {
  return [
    ...added.map((id) => `new      ${id}`),
    ...updated.map(({ id, from, to, deltas }) => `updated  ${id}: version ${from} to ${to}, ${deltas} deltas`),
    ...removed.map((id) => `removed  ${id}`),
    `${files.length} files, ${sum(files)} bytes`,
  ]
}

function sum(files: readonly SiteFile[]): number {
  return files.reduce((total, { data }) => total + data.length, 0)
}
