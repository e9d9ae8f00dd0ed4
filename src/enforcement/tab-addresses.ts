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
 * The address of the site in a tab that shows it under another kind of address:
 *
 *   view-source:http://a.tv/films        ->  http://a.tv/films
 *   about:reader?url=http%3A%2F%2Fa.tv   ->  http://a.tv  (Firefox's reader view)
 *   blob:http://a.tv/1b9d6bcd            ->  http://a.tv/  (a document that the site has made)
 */
function webAddress(url: string): string {
  const shown = url.replace(/^view-source:/, '')
  if (shown.startsWith('about:reader?')) return new URL(shown).searchParams.get('url') ?? ''
  return shown.startsWith('blob:') ? `${new URL(shown).origin}/` : shown
}
