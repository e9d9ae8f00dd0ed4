import type { Result } from '../order/issue.ts'
import { layers } from '../deployment/kit/layers.ts'
import { resolveFiles, usualInstall } from './kit-config.ts'
import type { World } from './command.ts'

export type Ask = (question: string) => Promise<string>

/** Asks for what a kit needs to know; an empty answer takes what stands in brackets. */
export async function askForConfig(ask: Ask, world: World): Promise<Result<Record<string, unknown>>> {
  const answer = async (question: string, otherwise = '') =>
    (await ask(`${question}${otherwise === '' ? '' : ` [${otherwise}]`}: `)).trim() || otherwise
  const organisation = await answer('Name of the organisation', 'Organisation')
  const install = await answer('The packages’ install.json', usualInstall)
  const orders = words(await answer('Order documents (files, with spaces between them)'))
  const bundledOrders = words(await answer('Ids of bundled orders to apply (id:beyond-term goes on after the term)'))
  const supportName = await answer('Who answers questions about a block')
  const supportUrl = supportName === '' ? '' : await answer('Their page (https://...)')
  const chosen: Record<string, string> = {}
  for (const { name, title, choices, means } of layers) {
    const explained = choices.map((choice) => `\n    ${choice}: ${means[choice]?.['en']}`)
    chosen[name] = await answer(`${title['en']}${explained.join('')}\n `, choices[0])
  }
  const settings = {
    ...(orders.length > 0 ? { orders } : {}),
    ...(bundledOrders.length > 0 ? { bundledOrders } : {}),
    ...(supportName === '' ? {} : { supportName }),
    ...(supportUrl === '' ? {} : { supportUrl }),
  }
  return resolveFiles({ organisation, install, settings, layers: chosen }, '.', world)
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
