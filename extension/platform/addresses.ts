import { browser } from './browser.ts'

/**
 * Addresses of the extension's own pages that it leads to itself, as tabs show them. Asked for the block page whole, Chromium
 * 156 gives an address of this session, under which web pages may know it (`use_dynamic_url`).
 */
export const pages = {
  blocked: `${browser.runtime.getURL('')}extension/pages/blocked/index.html`,
  options: `${browser.runtime.getURL('')}extension/pages/options/index.html`,
  welcome: `${browser.runtime.getURL('')}extension/pages/welcome/index.html`,
}

/**
 * The block page for `url`: everything after the first `#` is the address asked for, as the redirect rule puts it. User name
 * and password are left out: an address stays in the history, and on pictures of the page.
 */
export function blockPageFor(url: string): string {
  return `${pages.blocked}#${url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1')}`
}
