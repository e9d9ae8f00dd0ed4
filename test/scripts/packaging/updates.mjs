import { create } from 'xmlbuilder'

/**
 * Where browsers look for a newer version.
 *
 * @typedef {object} Release
 * @property {string} id
 * @property {string} version
 * @property {string} url of the package
 */

/** For Chromium: https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux @param {Release} release */
export function updatesXml({ id, version, url }) {
  return `${create({
    gupdate: {
      '@xmlns': 'http://www.google.com/update2/response',
      '@protocol': '2.0',
      app: { '@appid': id, updatecheck: { '@codebase': url, '@version': version } },
    },
  }).end({ pretty: true })}\n`
}

/**
 * For Firefox: https://extensionworkshop.com/documentation/manage/updating-your-extension/. Without the hash that it may
 * have: Mozilla's signature changes the package after this is written.
 *
 * @param {Release} release
 */
export function updatesJson({ id, version, url }) {
  const updates = [{ version, update_link: url }]
  return `${JSON.stringify({ addons: { [id]: { updates } } }, null, 2)}\n`
}
