import { commented, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { luaString } from '../quoted.ts'
import { structuredError } from '../structured-error.ts'
import { zoneFiles } from '../zone-files.ts'
import { zoneFileName } from '../zones.ts'

/** PowerDNS Recursor: response policy zones, each with an extended DNS error that says which order it is. */
export function powerdns(request: ExportRequest): Exported {
  const { zones, files, notes } = zoneFiles(request)
  const lua = zones.map(({ id, orders }) => {
    const said = luaString(JSON.stringify(structuredError(orders, request)))
    const options = `policyName=${luaString(id)}, extendedErrorCode=16, extendedErrorExtra=${said}`
    return `rpzFile(${luaString(pathIn(request, zoneFileName(id)))}, {${options}})\n`
  })
  return {
    files: [
      ...files,
      { name: 'policy.lua.conf', text: `${commented(orderLines(request.orders), '--')}${lua.join('')}` },
      {
        name: 'recursor.conf',
        text: `extended-resolution-errors=yes\nlua-config-file=${pathIn(request, 'policy.lua.conf')}\n`,
      },
    ],
    use: [
      'Put recursor.conf into include-dir (/etc/powerdns/recursor.d). Paths are those at the server: --folder says them.',
      'rec_control reload-lua-config takes new zones.',
    ],
    notes,
  }
}
