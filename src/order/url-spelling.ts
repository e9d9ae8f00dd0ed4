/**
 * The canonical form among an address's equivalent spellings (RFC 3986, 6.2.2): hex digits in upper case, and nothing
 * escaped that need not be. The URL standard leaves both as they came.
 *
 *   /caf%c3%a9   /caf%C3%A9
 *   /%66ilms     /films
 *   /a%2fb       /a%2Fb: an escaped slash is no slash
 *   /%%34%31     /%%341: behind a lone % nothing is decoded, or it would become an escape itself
 */
export function canonicalSpelling(url: string): string {
  return url.replace(escapes, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return unreserved.test(character) ? character : escape.toUpperCase()
  })
}

const escapes = /(?<!%[0-9a-f]?)%[0-9a-f]{2}/gi

const unreserved = /[\w.~-]/
