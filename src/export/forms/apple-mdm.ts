import { build } from 'plist'
import { lifeOf } from '../comments.ts'
import type { Exported, ExportRequest } from '../form.ts'
import { decisionOf, type InForce } from '../in-force.ts'
import { leftOutNotes } from '../left-out.ts'

/** Addresses that the filter of iOS takes. */
const mostAddresses = 500

/** A configuration profile with Apple's web content filter: addresses that begin like one of these are not opened. */
export function appleMdm(request: ExportRequest): Exported {
  const addresses = [...new Set(request.orders.flatMap(addressesOf))]
  const identifier = 'writ.web-content-filter'
  const filter = {
    PayloadType: 'com.apple.webcontent-filter',
    PayloadVersion: 1,
    PayloadIdentifier: `${identifier}.filter`,
    PayloadUUID: request.uuid(`${identifier}.filter`),
    PayloadDisplayName: 'Court orders',
    FilterType: 'BuiltIn',
    AutoFilterEnabled: false,
    DenyListURLs: addresses.slice(0, mostAddresses),
  }
  const profile = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: request.uuid(identifier),
    PayloadDisplayName: 'Court orders',
    PayloadDescription: request.orders
      .map((one) => `${one.order.id}: ${decisionOf(one.order)}; ${lifeOf(one)}`)
      .join('\n'),
    ...(request.organization === undefined ? {} : { PayloadOrganization: request.organization }),
    PayloadScope: 'System',
    PayloadContent: [filter],
  }
  const over = addresses.length - mostAddresses
  return {
    files: [{ name: 'web-content-filter.mobileconfig', text: `${build(profile as Parameters<typeof build>[0])}\n` }],
    use: ['Deploy it by your MDM to supervised devices; iOS takes no such filter otherwise.'],
    notes: [
      'The filter compares how addresses begin: of a domain it blocks http and https on the name and on www., not on other names below.',
      ...(over > 0 ? [`It takes ${mostAddresses} addresses: ${over} more are not in it.`] : []),
      ...leftOutNotes(request.orders, { hosts: true, ports: true, urls: true }, ''),
      'It has not been tried on a device. writ import does not read it.',
    ],
  }
}

function addressesOf({ domains, hosts, ports, urls }: InForce): string[] {
  const names = [...domains.flatMap((name) => [name, `www.${name}`]), ...hosts, ...ports]
  return [...names.flatMap((name) => [`http://${name}/`, `https://${name}/`]), ...urls]
}
