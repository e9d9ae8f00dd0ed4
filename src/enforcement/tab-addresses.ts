/** Addresses on the web that a tab shows or is opening. Chromium tells of what is being opened; Firefox does not. */
export function addressesOf({
  url,
  pendingUrl,
}: {
  url?: string | undefined
  pendingUrl?: string | undefined
}): string[] {
  return [url, pendingUrl].map((address) => webAddress(address ?? '')).filter((address) => /^https?:/.test(address))
}

/**
 * The site's address, where a tab shows it under an address of another kind:
 *
 *   view-source:http://a.tv/films  ->  http://a.tv/films
 *   blob:http://a.tv/1b9d6bcd      ->  http://a.tv/  (a document that the site has made)
 */
function webAddress(url: string): string {
  const shown = url.replace(/^view-source:/, '')
  return shown.startsWith('blob:') ? `${new URL(shown).origin}/` : shown
}
