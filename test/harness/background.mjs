import { wait } from './launch.mjs'

/**
 * Chromium's service worker, while it runs.
 *
 * @param {import('./launch.mjs').Launched} writ
 */
export async function background(writ) {
  const worker = await (await writ.browser.waitForTarget((target) => isBackground(writ, target))).worker()
  if (!worker) throw new Error('the background is gone')
  return worker
}

/** Ends it as the browser does, whatever it is doing. @param {import('./launch.mjs').Launched} writ */
export async function endBackground(writ) {
  await (await background(writ)).close()
  const end = Date.now() + 5_000
  while (writ.browser.targets().some((target) => isBackground(writ, target)) && Date.now() < end) await wait(50)
}

/** @param {import('./launch.mjs').Launched} writ @param {import('puppeteer-core').Target} target */
function isBackground(writ, target) {
  return target.type() === 'service_worker' && target.url().startsWith(writ.origin)
}
