import { commented, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { luaString } from '../quoted.ts'
import { errorText, structuredError } from '../structured-error.ts'
import { zoneFiles } from '../zone-files.ts'
import { zoneFileName } from '../zones.ts'

/** Octets of a message: Knot Resolver does not start with a longer one. */
const longestMessage = 254

/** Knot Resolver 5: response policy zones, with the extended DNS error 16. */
export function knot(request: ExportRequest): Exported {
  const { zones, files, notes } = zoneFiles(request)
  const policies = zones.map(({ id, orders }) => {
    const said = luaString(errorText(structuredError(orders, request), longestMessage))
    const deny = `policy.DENY_MSG(${said}, kres.extended_error.CENSORED)`
    return `policy.add(policy.rpz(${deny}, ${luaString(pathIn(request, zoneFileName(id)))}))\n`
  })
  const sources = zones.map(({ id }) => `    - file: ${pathIn(request, zoneFileName(id))}`)
  return {
    files: [
      ...files,
      {
        name: 'kresd.conf',
        text: `${commented(orderLines(request.orders), '--')}modules.load('policy')\n${policies.join('')}`,
      },
    ],
    use: [
      'Knot Resolver 5: append kresd.conf to /etc/knot-resolver/kresd.conf. With lua-cqueues there, changed zones are taken by themselves.',
      `Knot Resolver 6 takes the zones in config.yaml:\nlocal-data:\n  rpz:\n${sources.join('\n')}`,
    ],
    notes: [
      ...notes,
      'Knot Resolver 5 gives the text in a record of its own beside the extended error 16; version 6 gives no extended error for these zones yet.',
      `A text has at most ${longestMessage} octets there: a longer one has fewer contacts, and neither collections nor, at last, who blocks.`,
    ],
  }
}
