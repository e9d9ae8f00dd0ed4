import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failed, type Issue, type Result } from '../../order/issue.ts'
import { parseOrderText } from '../../order/reading/parse.ts'
import { hashedPath, textOf } from '../../feed/publishing/publish.ts'
import { readSite, type Site } from '../../feed/publishing/site.ts'
import { readPast, type Past } from '../../public-register/changes.ts'
import type { GivenDocument } from '../../public-register/published-order.ts'
import { zoneText } from '../../export/zone-text.ts'
import { registerFiles } from '../../public-register/register-files.ts'
import type { RegisterFile } from '../../public-register/setting.ts'
import { wordsInAll } from '../catalogues.ts'
import type { Option, World } from '../command.ts'
import { nameUuid } from '../name-uuid.ts'
import { removeFromSite, siteReader, writeWhole } from './site-folder.ts'

/** Values of the register beside its orders; one that is not given stays as it was. */
export interface RegisterValues {
  organization?: string
  lang?: string
  'hide-names'?: string[]
  'show-names'?: string[]
}

export const registerOptions: readonly Option[] = [
  { flags: '--organization <name>', does: 'whoever publishes, in the register' },
  { flags: '--lang <code>', does: 'language of the register’s pages that are asked for in none; at first en' },
  { flags: '--hide-names <id>', does: 'an order whose names the register does not have', repeated: true },
  { flags: '--show-names <id>', does: 'an order whose names it has again', repeated: true },
]

/** Writes the register of what a site has published, beside the feed; nothing where nothing is published yet. */
export async function writeRegister(folder: string, values: RegisterValues, world: World): Promise<Result<number>> {
  const read = await readSite(siteReader(folder))
  if (!read.ok) return read
  if (!read.value?.timestamp) return { ok: true, value: 0, warnings: [] }
  const past = readPast(await textIn(folder, 'register.json'))
  const documents = await documentsOf(read.value, hiddenIds(past, values))
  if (!documents.ok) return documents
  const organization = values.organization ?? past.organization
  const files = registerFiles(documents.value, past, {
    now: world.now(),
    words: wordsInAll(),
    language: values.lang ?? past.language ?? 'en',
    uuid: nameUuid,
    ...(organization === undefined ? {} : { organization }),
  })
  const written = new Set(files.map(({ path }) => path))
  for (const { path, text } of [...files, ...(await endedZones(folder, written, world.now()))])
    if (withoutTime(await textIn(folder, path)) !== withoutTime(text))
      await writeWhole(join(folder, ...path.split('/')), text)
  await removeLists(folder, written)
  return { ok: true, value: documents.value.length, warnings: [] }
}

/** An order whose names were hidden once stays so until somebody says otherwise: a forgotten option publishes nothing. */
function hiddenIds(past: Past, values: RegisterValues): ReadonlySet<string> {
  const before = past.orders.filter(({ hidden }) => hidden).map(({ id }) => id)
  const shown = new Set(values['show-names'])
  return new Set([...before, ...(values['hide-names'] ?? [])].filter((id) => !shown.has(id)))
}

async function documentsOf(site: Site, hidden: ReadonlySet<string>): Promise<Result<GivenDocument[]>> {
  const documents: GivenDocument[] = []
  const issues: Issue[] = []
  for (const { signed } of site.targets.values())
    for (const [path, target] of Object.entries(signed.targets)) {
      const text = await textOf(site.read, path, target)
      const parsed = text === undefined ? undefined : parseOrderText(text)
      const file = hashedPath(path, target.hashes.sha256)
      if (!parsed?.ok)
        issues.push({ code: 'register-document', path: file, message: 'cannot be read: publish it again' })
      else
        documents.push({
          order: parsed.value,
          digest: target.custom.sha256,
          path: file,
          hidden: hidden.has(parsed.value.id),
        })
    }
  return issues.length > 0 ? failed(issues) : { ok: true, value: documents, warnings: [] }
}

/**
 * Zones whose orders are not in force, or whose names are hidden now: they stay, without a name. A resolver that finds its zone gone
 * keeps the last one, and would block on until that expires.
 */
async function endedZones(folder: string, kept: ReadonlySet<string>, now: number): Promise<RegisterFile[]> {
  const names = await readdir(join(folder, 'zones')).catch(() => [])
  return names
    .filter((name) => name.endsWith('.zone') && !kept.has(`zones/${name}`))
    .map((name) => {
      const zone = { id: name.slice(0, -'.zone'.length), orders: [], domains: [], hosts: [] }
      return { path: `zones/${name}`, text: zoneText(zone, now).text }
    })
}

/** Takes away the lists of names that the register has no more. */
async function removeLists(folder: string, kept: ReadonlySet<string>): Promise<void> {
  const lists = (await readdir(join(folder, 'orders')).catch(() => [])).map((id) => `orders/${id}/names.txt`)
  await removeFromSite(
    folder,
    lists.filter((path) => !kept.has(path)),
  )
}

async function textIn(folder: string, path: string): Promise<string | undefined> {
  return readFile(join(folder, ...path.split('/')), 'utf8').catch(() => undefined)
}

/** A zone of which only the hour is new stays as it is: its serial number would have resolvers fetch it again. */
function withoutTime(text: string | undefined): string | undefined {
  return text?.startsWith('; as of') ? text.replace(/^; as of.*/, '').replace(/nobody\.invalid\. \d+/, '') : text
}
