import { readFileSync } from 'node:fs'
import { ask } from './ask.mjs'
import { closeTab, press } from './launch.mjs'

/**
 * A valid order document with other values, as JSON text.
 *
 * @param {Record<string, unknown>} values
 */
export function orderText(values) {
  const minimal = JSON.parse(readFileSync('test/fixtures/orders/minimal.json', 'utf8'))
  return JSON.stringify({ ...minimal, ...values })
}

/**
 * Adds an order as a person does: pasted into the options page.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {Record<string, unknown>} values
 */
export async function addOrder(writ, values) {
  const options = await writ.openOwn('options', '#import')
  await options.waitForSelector('textarea')
  await options.$eval(
    'textarea',
    (area, text) => {
      area.value = text
      area.dispatchEvent(new Event('input', { bubbles: true }))
    },
    orderText(values),
  )
  await press(options, '[data-action=check]:not([disabled])')
  await press(options, '[data-action=import]:not([disabled])')
  await options.waitForSelector(`[data-added~="${values['id']}"]`)
  await closeTab(options)
}

/**
 * Adds an order, or a newer version of it, by the options page's own request; it is enforced when this settles.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {Record<string, unknown>} values
 */
export async function importOrder(writ, values) {
  await importOrders(writ, [orderText(values)])
}

/**
 * Adds the orders of these texts at once.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {string[]} texts
 */
export async function importOrders(writ, texts) {
  const { done } = await ask(writ, 'orders/import', { texts })
  if (!done.ok) throw new Error(JSON.stringify(done.issues))
}

/**
 * Changes settings by the options page's own request; they hold when this settles.
 *
 * @param {import('./launch.mjs').Launched} writ
 * @param {Record<string, unknown>} settings
 */
export async function saveSettings(writ, settings) {
  await ask(writ, 'settings/save', settings)
}
