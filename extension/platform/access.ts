import { browser } from './browser.ts'

const websites = { origins: ['http://*/*', 'https://*/*'] }

/** Whether Writ has host access, so that a redirect can show the block page at once. */
export function hasAccess(): Promise<boolean> {
  return browser.permissions.contains(websites)
}

/** Must be called from a click: browsers ask the person. */
export function askForAccess(): Promise<boolean> {
  return browser.permissions.request(websites)
}
