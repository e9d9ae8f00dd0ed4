import { commented, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { zoneFiles } from '../zone-files.ts'
import { zoneFileName, zoneName } from '../zones.ts'

/** Unbound: response policy zones from files, or fetched from where they are published. */
export function unbound(request: ExportRequest): Exported {
  const { zones, files, notes } = zoneFiles(request)
  const { register } = request
  const clauses = zones.map(({ id }) => {
    const url = register === undefined ? '' : `  url: "${register}zones/${zoneFileName(id)}"\n`
    const zone = `  name: "${zoneName(id)}"\n  zonefile: "${pathIn(request, zoneFileName(id))}"\n`
    return `rpz:\n${zone}${url}  rpz-log: yes\n  rpz-log-name: "${id}"\n`
  })
  const modules = 'server:\n  module-config: "respip validator iterator"\n'
  return {
    files: [
      ...files,
      { name: 'unbound.conf', text: `${commented(orderLines(request.orders), '#')}${modules}${clauses.join('')}` },
    ],
    use: [
      'include: unbound.conf from /etc/unbound/unbound.conf; keep what else stands in its module-config.',
      register === undefined
        ? 'With --register, Unbound fetches the zones from there by itself.'
        : `Unbound fetches the zones from ${register}zones/ by itself, and keeps them in the files.`,
    ],
    notes: [...notes, 'Unbound gives no extended DNS error for a policy zone. Its log names the order.'],
  }
}
