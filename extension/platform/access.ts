import { browser } from './browser.ts'

const websites = { origins: ['http://*/*', 'https://*/*'] }

/** Whether the block page can be brought by a redirect, at once. Blocking needs no access. */
export function hasAccess(): Promise<boolean> {
  return browser.permissions.contains(websites)
}

/** Must be called from a click: browsers ask the person. */
export function askForAccess(): Promise<boolean> {
  return browser.permissions.request(websites)
}
