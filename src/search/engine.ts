import type { Wrapping } from './wrapping.ts'

/**
 * A search engine: all that Writ knows of one. Its file in `engines/` is what is loaded on its pages; to add one, add such a
 * file, list it in `engines.ts`, and add a fixture. Beside `engine` such a file exports
 *
 *   everywhere    how it wraps links that stand on other engines' pages, too
 *   resultPages   addresses for the tests, which are its own
 *   otherPages    and which are not
 */
export interface Engine {
  /** Stable: settings and policies name engines by it. */
  id: string
  name: string
  /** Names of its operator in court orders, compared as whole words, in any case. */
  operators: string[]
  /** Hosts of its result pages, as match patterns name them: `*.a.tv` is a.tv itself and every host below it. */
  hosts: string[]
  /**
   * Paths of its result pages, on any of its hosts, as match patterns name them: with the query, `*` for whatever there
   * is.
   */
  paths: string[]
  /** Its own hosts: a link there leads to the engine, or to a copy that it keeps, unless it is a wrapped one. */
  own: RegExp
  /** One result each, however small: where several match around a link, the innermost counts. */
  results: string
  /** Those of them that are a picture: one result, though its file may lie with another site than its page. */
  pictures?: string
  /** Results that go on in the elements after them, up to the next one that leads somewhere: rows of a table. */
  rows?: string
  /** The list above which the notice stands: the first match in this order. */
  lists: string[]
  /**
   * Attributes beside `href` in which its pages keep a result's address, as a selector has them between its brackets:
   * `data-url`, `data-bem*=snippet`. See `addressesIn` for the forms of their values.
   */
  attributes?: string[]
  /** Wrappings of the links of its results, on its own pages. */
  wrapped?: Wrapping[]
  /** Its links that tell nobody where they lead. */
  opaque?: Opaque
}

/** Links whose destination the engine keeps to itself: the address that their result shows stands for it. */
export interface Opaque {
  /** Tested against a link's address as it stands in the page; any that stays with the engine where it is not given. */
  links?: RegExp
  /** Where a result shows its address: only where the engine itself writes it there. */
  displayed: string
}
