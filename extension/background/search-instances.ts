import { browser } from '../platform/browser.ts'
import { pathOf } from './open-result-pages.ts'

const id = 'searxng'

/**
 * Has the script of result pages run on these hosts too: SearXNG is run by many, so a person or a policy
 * names the instances. A host to which the browser withholds access is left out by the browser, until it is given.
 */
export async function runOnInstances(hosts: readonly string[]): Promise<void> {
  const matches = hosts.map((host) => `*://${host}/*`)
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (JSON.stringify(registered?.matches ?? []) === JSON.stringify(matches)) return
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] })
  if (matches.length === 0) return
  const [onPages] = browser.runtime.getManifest().content_scripts!
  const js = ['/extension/content/engines/searxng.js', pathOf(onPages!.js!.at(-1)!)]
  const css = onPages!.css!.map(pathOf)
  await browser.scripting.registerContentScripts([{ id, matches, js, css, runAt: 'document_start' }])
}
