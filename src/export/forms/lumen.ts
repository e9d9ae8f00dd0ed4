import type { Exported, ExportRequest } from '../form.ts'
import { authorityOf, decisionOf, ownText, type InForce } from '../in-force.ts'
import { leftOutNotes } from '../left-out.ts'

/** A notice of the Lumen database for each order, as its interface for programs takes one (`POST /notices.json`). */
export function lumen({ orders, organization }: ExportRequest): Exported {
  return {
    files: orders.map((one) => ({
      name: `${one.order.id}.lumen.json`,
      text: `${JSON.stringify({ notice: noticeOf(one, organization) }, null, 1)}\n`,
    })),
    use: [
      'Send each file to https://lumendatabase.org/notices.json with the token that Lumen gave you, as authentication_token.',
      'Put the number that Lumen answers with into "references" of the order: {"db": "lumen", "id": "..."}. Readers are then led to it.',
    ],
    notes: [
      'A domain is the address of its start page here, whose names below are blocked, too; writ import reads it as the page’s host.',
      ...leftOutNotes(orders, { hosts: true, ports: true, urls: true }, ''),
      'Nothing has been sent. The notice has the names of applicants as the order has them: look through it first.',
    ],
  }
}

function noticeOf(one: InForce, organization: string | undefined) {
  const { order } = one
  const { date, docket, ecli, url } = order.decisions[0]
  const role = (name: string, entity: string) => ({ name, entity_attributes: { name: entity, kind: 'organization' } })
  const named = (as: string, parties: readonly { name?: Record<string, string> }[]) =>
    parties.flatMap(({ name }) => (name ? [role(as, ownText(name, order))] : []))
  const addressees = order.measures.flatMap((measure) => measure.addressees)
  const recipients = organization === undefined ? named('recipient', addressees) : [role('recipient', organization)]
  return {
    type: 'CourtOrder',
    title: ownText(order.title, order),
    subject: decisionOf(order),
    ...(date.includes('T') || date.length !== 10 ? {} : { date_sent: date }),
    source: url ?? order.sources[0].url,
    language: order.language,
    jurisdiction_list: order.jurisdiction.toLowerCase(),
    tag_list: [docket, ecli].filter((tag) => tag !== undefined).join(','),
    laws_referenced: order.legalBasis.map(({ citation }) => ownText(citation, order)).join('; '),
    works_attributes: [
      {
        description:
          order.reasons.flatMap(({ text }) => (text ? [ownText(text, order)] : [])).join('\n') ||
          ownText(order.title, order),
        infringing_urls_attributes: addressesOf(one).map((address) => ({ url: address })),
      },
    ],
    entity_notice_roles_attributes: [
      role('issuing_court', authorityOf(order)),
      ...named('plaintiff', order.applicants),
      ...named('defendant', order.defendants),
      ...recipients,
    ],
  }
}

function addressesOf({ domains, hosts, ports, urls }: InForce): string[] {
  return [...[...domains, ...hosts, ...ports].map((name) => `http://${name}/`), ...urls]
}
