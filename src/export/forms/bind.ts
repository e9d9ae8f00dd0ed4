import { commented, orderLines } from '../comments.ts'
import { pathIn, type Exported, type ExportRequest } from '../form.ts'
import { zoneFiles } from '../zone-files.ts'
import { zoneFileName, zoneName } from '../zones.ts'

/** BIND: response policy zones. What is blocked does not exist (NXDOMAIN); its names are not asked for. */
export function bind(request: ExportRequest): Exported {
  const { zones, files, notes } = zoneFiles(request)
  const head = commented(orderLines(request.orders), '//')
  const policies = zones.map(({ id }) => `  zone "${zoneName(id)}" policy given;\n`).join('')
  const declared = zones.map(
    ({ id }) =>
      `zone "${zoneName(id)}" {\n  type primary;\n  file "${pathIn(request, zoneFileName(id))}";\n  allow-query { none; };\n};\n`,
  )
  return {
    files: [
      ...files,
      {
        name: 'response-policy.conf',
        text: `${head}response-policy {\n${policies}} qname-wait-recurse no break-dnssec yes;\n`,
      },
      { name: 'policy-zones.conf', text: `${head}${declared.join('')}` },
    ],
    use: [
      'Include policy-zones.conf in named.conf, and response-policy.conf inside its options { }.',
      'named-checkzone NAME FILE checks a zone, rndc reload takes a new one.',
    ],
    notes: [
      ...notes,
      'BIND 9.18 gives no extended DNS error for a policy zone; from 9.20 on, "ede censored" may stand behind "policy given".',
    ],
  }
}
