/**
 * An address read by the URL standard; undefined where it is none.
 *
 * `URL.canParse` is not asked: once it is compiled, Node 20's says no to every address with a letter such as `é` in it.
 */
export function parseUrl(address: string, base?: string | URL): URL | undefined {
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}
