/** A form of address that leads on to another one. */
export interface Wrapping {
  /** Tested against the whole address. */
  at: RegExp
  /** The address or addresses that it leads to, percent-decoded, as far as they are there. */
  to: (url: URL) => (string | null | undefined)[]
}

/** A wrapping whose destination is the value of a parameter. */
export function parameters(at: RegExp, ...names: string[]): Wrapping {
  return { at, to: (url) => names.map((name) => url.searchParams.get(name)) }
}

/**
 * A wrapping whose path goes on with the destination, as AMP caches have it: `s/<host>/<path>` stands for https,
 * `<host>/<path>` for http.
 *
 * @param before matches all that comes before the destination
 */
export function ampPage(before: RegExp): Wrapping {
  return {
    at: new RegExp(`${before.source}.`),
    to: ({ href }) => {
      const rest = href.replace(before, '').replace(/#.*/, '')
      return [rest.startsWith('s/') ? `https://${rest.slice(2)}` : `http://${rest}`]
    },
  }
}
