import { failed, reasonOf, type Result } from '../order/issue.ts'
import type { PolicyBytes } from '../deployment/check/finding.ts'
import type { World } from './command.ts'

/** Files that hold policies, and update manifests whose versions they ask for. */
const endings = ['.json', '.reg', '.mobileconfig', '.plist', '.xml']

/** The policy files at a place: a file, or all below a folder, by name, with what lies beside them: Chromium reads any name. */
export async function policyBytes(place: string, world: World): Promise<Result<PolicyBytes[]>> {
  try {
    const paths = (await world.list(place)).toSorted()
    const isPolicy = (path: string) => endings.some((ending) => path.toLowerCase().endsWith(ending))
    const folders = new Set(paths.filter((path) => isPolicy(path)).map(folderOf))
    const beside = paths.filter(
      (path) => isPolicy(path) || folders.has(folderOf(path)) || /\/managed\/[^/]*$/.test(path),
    )
    if (!beside.some(isPolicy) && !(beside.length > 0 && paths.some((path) => path === place)))
      return failed([{ code: 'no-policies', path: '', message: `holds no policy file (${endings.join(', ')})` }])
    return { ok: true, value: await Promise.all(beside.map((path) => read(path, world))), warnings: [] }
  } catch (error) {
    return failed([{ code: 'unreadable', path: '', message: `cannot be read: ${reasonOf(error)}` }])
  }
}

async function read(path: string, world: World): Promise<PolicyBytes> {
  const closed = await world.closedTo?.(path)
  return { path, bytes: await world.readBytes(path), ...(closed === undefined ? {} : { closed }) }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
