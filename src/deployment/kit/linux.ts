import type { ChromiumName, ChromiumPolicies } from './chromium.ts'
import { jsonFile, type KitFile } from './files.ts'
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
export function chromiumFiles(browser: ChromiumName, id: string, policies: ChromiumPolicies): KitFile[] {
  const folder = `linux/${browser}`
  return [
    jsonFile(`${folder}/10-writ-install.json`, { ExtensionSettings: { [id]: policies.extension } }),
    jsonFile(`${folder}/20-writ-settings.json`, { '3rdparty': { extensions: { [id]: policies.settings } } }),
    jsonFile(`${folder}/30-writ-layers.json`, policies.layers),
  ]
}

/** Firefox reads one file alone, on every system. */
export function firefoxFile(policies: Policies): KitFile {
  return jsonFile('firefox/policies.json', { policies })
}

/**
 * Each file is copied beside its place and renamed: a browser that is looking never reads half of it. Every user's browser may
 * read it, whatever the umask: under 077, which hardened machines give to root, none could, and none would say so.
 */
export function linuxScripts(browsers: readonly (ChromiumName | 'firefox')[], firefoxId: string): KitFile[] {
  const ours = `grep -qsF '"${firefoxId}"' ${linuxFolders.firefox}/policies.json`
  const chromiums = browsers.filter((browser) => browser !== 'firefox')
  const firefox = browsers.includes('firefox')
  const install = [
    ...chromiums.map((browser) => `for file in linux/${browser}/*.json; do put "$file" ${linuxFolders[browser]}; done`),
    ...(firefox
      ? [
          `if [ -e ${linuxFolders.firefox}/policies.json ] && ! ${ours}; then`,
          `  echo '${linuxFolders.firefox}/policies.json is there already: put the kit’s entries into it by hand.' >&2`,
          '  exit 1',
          'fi',
          `put firefox/policies.json ${linuxFolders.firefox}`,
        ]
      : []),
  ]
  const remove = [
    ...chromiums.map((browser) => `rm -f ${linuxFolders[browser]}/[1-3]0-writ-*.json`),
    ...(firefox ? [`if ${ours}; then rm -f ${linuxFolders.firefox}/policies.json; fi`] : []),
  ]
  const put = [
    'put() {',
    '  mkdir -p "$2"',
    '  chmod a+rx "$2"',
    '  cp "$1" "$2/.${1##*/}.new"',
    '  chmod 644 "$2/.${1##*/}.new"',
    '  mv "$2/.${1##*/}.new" "$2/${1##*/}"',
    '}',
  ]
  return [script('linux/install.sh', ['umask 022', ...put, ...install]), script('linux/remove.sh', remove)]
}

function script(path: string, lines: string[]): KitFile {
  return {
    path,
    text: `${['#!/bin/sh', 'set -eu', 'cd "$(dirname "$0")/.."', ...lines].join('\n')}\n`,
    executable: true,
  }
}
