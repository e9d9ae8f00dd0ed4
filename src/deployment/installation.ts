import { controlsInLine } from '../order/controls.ts'
import { parseUrl } from '../parse-url.ts'

/** An installation's parts: the id of an extension, its version, where its package is. */

/** An extension's id in Chromium and Edge. */
export const extensionId = /^[a-p]{32}$/

/** Up to four numbers: `1.2.0`. */
export const packageVersion = /^\d+(\.\d+){0,3}$/

/**
 * Whether browsers can fetch a package from there: the web, or a file on the machine. The URL standard drops line breaks; a
 * registry file would have them.
 */
export function isPackageAddress(text: string): boolean {
  return !/\s/.test(text) && !controlsInLine.test(text) && /^(?:https?|file):$/.test(parseUrl(text)?.protocol ?? '')
}
