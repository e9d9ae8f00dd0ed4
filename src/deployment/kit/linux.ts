import type { ChromiumName, ChromiumPolicies } from './chromium.ts'
import { jsonFile, type KitFile } from './files.ts'
import machine from './machine.py?raw'
import policies from './policies.py?raw'
import type { Policies } from './layers.ts'

/** Where each browser looks for policies on Linux. */
const linuxFolders: Record<ChromiumName | 'firefox', string> = {
  chrome: '/etc/opt/chrome/policies/managed',
  edge: '/etc/opt/edge/policies/managed',
  chromium: '/etc/chromium/policies/managed',
  firefox: '/etc/firefox/policies',
}

/**
 * Three files, of which the later ones may be changed, broken or left out: were the settings in the file that installs,
 * a missing comma would take the extension away with all that it keeps.
 */
export function chromiumFiles(browser: ChromiumName, id: string, own: ChromiumPolicies): KitFile[] {
  const folder = `linux/${browser}`
  return [
    jsonFile(`${folder}/10-writ-install.json`, { ExtensionSettings: { [id]: own.extension } }),
    jsonFile(`${folder}/20-writ-settings.json`, { '3rdparty': { extensions: { [id]: own.settings } } }),
    jsonFile(`${folder}/30-writ-layers.json`, own.layers),
  ]
}

/** Firefox reads one file alone, on every system. */
export function firefoxFile(own: Policies): KitFile {
  return jsonFile('firefox/policies.json', { policies: own })
}

/**
 * The scripts that put a kit's policies beside a machine's own and take them away again. What they do is in `policies.py`, for
 * Firefox's one file is merged by key, which a shell cannot.
 */
export function linuxScripts(browsers: readonly (ChromiumName | 'firefox')[]): KitFile[] {
  const places = browsers.map((browser) =>
    browser === 'firefox'
      ? { browser, from: 'firefox/policies.json', to: `${linuxFolders.firefox}/policies.json` }
      : { browser, from: `linux/${browser}`, to: linuxFolders[browser] },
  )
  return [
    script('linux/install.sh', 'install'),
    script('linux/remove.sh', 'remove'),
    { path: 'linux/policies.py', text: policies },
    { path: 'linux/machine.py', text: machine },
    jsonFile('linux/places.json', { writ: places }),
  ]
}

function script(path: string, verb: string): KitFile {
  const lines = ['#!/bin/sh', 'set -eu', `exec python3 "$(dirname "$0")/policies.py" ${verb} "$@"`]
  return { path, text: `${lines.join('\n')}\n`, executable: true }
}
