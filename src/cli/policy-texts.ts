import { failed, reasonOf, type Result } from '../order/issue.ts'
import type { TextFile } from '../deployment/check/finding.ts'
import type { World } from './command.ts'

/** Texts of policies, and of the update manifests whose versions they ask for. */
const endings = ['.json', '.reg', '.mobileconfig', '.xml']

/** The policy files at a place: a file, or all below a folder, by name. */
export async function policyTexts(place: string, world: World): Promise<Result<TextFile[]>> {
  try {
    const paths = (await world.list(place)).filter((path) => endings.some((ending) => path.endsWith(ending))).toSorted()
    const files = await Promise.all(paths.map(async (path) => ({ path, text: await world.readText(path) })))
    if (files.length > 0) return { ok: true, value: files, warnings: [] }
    return failed([{ code: 'no-policies', path: '', message: `holds no policy file (${endings.join(', ')})` }])
  } catch (error) {
    return failed([{ code: 'unreadable', path: '', message: `cannot be read: ${reasonOf(error)}` }])
  }
}
