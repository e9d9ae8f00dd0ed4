import type { ExportRequest } from '../../export/form.ts'
import { exportOrders, type OrdersExport } from '../../export/export.ts'
import { formNames, isFormName } from '../../export/forms.ts'
import { listedFiles } from '../../export/listed-files.ts'
import { parseOrderText } from '../../order/reading/parse.ts'
import { command, exit, json, UsageError } from '../command.ts'
import { orderFiles, visible } from '../documents.ts'
import { readOrders, refuseDocuments } from '../read-orders.ts'
import { instantOf } from '../instant.ts'
import { nameUuid } from '../name-uuid.ts'

interface ExportValues {
  for?: string
  at?: string
  out?: string
  folder?: string
  organization?: string
  contact?: string[]
  register?: string
  json?: boolean
}

/** `writ export ORDER... --for FORM --out FOLDER`: the orders in force as lists and configuration of a server. */
export const exportLists = command<ExportValues>({
  name: 'export',
  takes: '<place...>',
  usage: 'ORDER... --for FORM --out FOLDER',
  does: 'orders for resolvers, proxies and others (docs/export.md)',
  options: [
    { flags: '--for <form>', does: `one of ${formNames.join(', ')}` },
    {
      flags: '--at <date>',
      does: 'as they are in force at a day, which is the court’s, or an instant; by default now',
    },
    { flags: '--out <folder>', does: 'where the files are written, none in a folder below' },
    { flags: '--folder <path>', does: 'where the server will find them; by default beside its configuration' },
    { flags: '--organization <name>', does: 'whoever blocks, in what a server answers' },
    { flags: '--contact <uri>', does: 'https:, mailto: or tel: address for those who meet the block', repeated: true },
    { flags: '--register <url>', does: 'where writ publish has put the register' },
    json,
  ],
  examples: [
    'writ export order.json --for unbound --out unbound',
    'writ export orders/ --for powerdns --out rec --folder /etc/powerdns/orders --organization "Example ISP" --contact mailto:abuse@isp.example',
    'writ export order.json --for csv --at 2014-06-01 --out list',
  ],
  async run({ values, positionals }, world) {
    const { for: form, out } = values
    if (form === undefined || !isFormName(form))
      throw new UsageError(`export needs --for, one of ${formNames.join(', ')}`)
    if (out === undefined) throw new UsageError('export needs --out FOLDER')
    const files = (await Promise.all(positionals.map((place) => orderFiles(place, world)))).flat()
    const request = requestOf(values, instantOf(values.at, 'UTC', world))
    const { orders, wrong } = await readOrders(files, parseOrderText, world)
    if (wrong.length > 0) return refuseDocuments(wrong, values.json, world)
    const exported = exportOrders(orders, form, request, ({ timeZone }) => instantOf(values.at, timeZone, world))
    const earlier = await world.readText(`${out}/README.txt`).then(listedFiles, () => [])
    for (const { name, text } of exported.files) await world.write(`${out}/${name}`, Buffer.from(text), false)
    const now = new Set(exported.files.map(({ name }) => name))
    for (const name of earlier) if (!now.has(name)) await world.remove(`${out}/${name}`)
    world.out(values.json ? JSON.stringify(summary(exported), null, 2) : said(exported, out))
    return exported.inForce.length > 0 ? exit.good : exit.bad
  },
})

function requestOf(
  { organization, contact = [], register, folder }: ExportValues,
  at: number,
): Omit<ExportRequest, 'orders'> {
  const wrong = contact.find((address) => !/^(?:https|mailto|tel):\S+$/i.test(address))
  if (wrong !== undefined) throw new UsageError(`--contact "${wrong}" is no https:, mailto: or tel: address`)
  if (register !== undefined && !/^https?:\/\/[^\s"'<>\\$;{}?#]+$/.test(register))
    throw new UsageError(`--register "${register}" is no address of the web`)
  if (folder !== undefined && /["'\\\p{Cc};{}\s]/u.test(folder))
    throw new UsageError('--folder holds a space, or a character that ends a path in some server’s configuration')
  return {
    at,
    contacts: contact,
    uuid: nameUuid,
    ...(organization === undefined ? {} : { organization }),
    ...(folder === undefined ? {} : { folder }),
    ...(register === undefined ? {} : { register: register.endsWith('/') ? register : `${register}/` }),
  }
}

function summary({ files, inForce, left, notes }: OrdersExport) {
  return {
    files: files.map(({ name }) => name),
    orders: inForce.map(({ order, domains, hosts, lastDay }) => ({
      id: order.id,
      version: order.version,
      domains: domains.length,
      hosts: hosts.length,
      ...(lastDay === undefined ? {} : { lastDay }),
    })),
    notInForce: left,
    notes,
  }
}

function said({ files, inForce, left, notes }: OrdersExport, out: string): string {
  return [
    ...inForce.map(({ order, domains, hosts }) => `${order.id}: ${domains.length} domains, ${hosts.length} hosts`),
    ...left.map((id) => `${id}: not in force then, nothing of it is exported`),
    ...notes.map((note) => visible(`note: ${note}`)),
    `${files.length} files in ${out}: begin with its README.txt`,
  ].join('\n')
}
