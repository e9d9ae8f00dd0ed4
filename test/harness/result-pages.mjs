import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * Saved result pages, each with the address under which its engine would serve it: the project's own, and those of
 * ../shared/serps where that is there.
 *
 * @typedef {object} ResultPage
 * @property {string} name
 * @property {string} engine id
 * @property {string} url
 * @property {string} body
 */

/** Where each engine's pages are, when a file's name says no more. */
const addresses = {
  google: 'https://www.google.com/search?q=words',
  bing: 'https://www.bing.com/search?q=words',
  yahoo: 'https://search.yahoo.com/search?p=words',
  duckduckgo: 'https://html.duckduckgo.com/html/?q=words',
  ecosia: 'https://www.ecosia.org/search?q=words',
  startpage: 'https://www.startpage.com/do/search?q=words',
  mojeek: 'https://www.mojeek.com/search?q=words',
  yandex: 'https://yandex.com/search/?text=words',
  brave: 'https://search.brave.com/search?q=words',
  baidu: 'https://www.baidu.com/s?wd=words',
  aol: 'https://search.aol.com/aol/search?q=words',
  qwant: 'https://www.qwant.com/?q=words&t=web',
}

const own = 'test/fixtures/result-pages'
const blocks = 'test/fixtures/result-blocks'
const shared = '../shared/serps'

/** @returns {ResultPage[]} */
export function ownResultPages() {
  return pagesIn(own)
}

/**
 * Pages that say themselves what has to go with a link to films-one.example (`data-goes`), what has to stay (`data-stays`),
 * how many results are hidden then (`<meta name="hidden">`), above what the notice stands (`data-notice`), and which text is
 * seen or not (`<meta name="seen">`, `<meta name="unseen">`): much of it has no link.
 *
 * @returns {ResultPage[]}
 */
export function blockPages() {
  return pagesIn(blocks)
}

/** @param {string} folder @returns {ResultPage[]} */
function pagesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const body = readFileSync(`${folder}/${name}`, 'utf8')
      const url = /<link rel="canonical" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      if (!url) throw new Error(`${folder}/${name}: say its address in <link rel="canonical">`)
      return { name, engine: name.split('.')[0] ?? '', url, body }
    })
}

/** @returns {ResultPage[]} */
export function sharedResultPages() {
  if (!existsSync(shared)) return []
  return readdirSync(shared)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const engine = name.replace(/-\d+\.html$/, '')
      const url = addresses[/** @type {keyof typeof addresses} */ (engine)]
      if (!url) throw new Error(`${shared}/${name}: no address is known for this engine`)
      return { name, engine, url, body: readFileSync(`${shared}/${name}`, 'utf8') }
    })
}

/**
 * Has the engines' hosts answer with these pages.
 *
 * @param {import('./internet.mjs').Internet} internet
 * @param {ResultPage[]} pages
 * @param {import('./internet.mjs').Pace} [pace]
 */
export function serveResultPages(internet, pages, pace) {
  const bodies = new Map(pages.map(({ name, body }) => [name, body]))
  internet.add(({ path }) => {
    const name = new URL(path, 'https://any.example').searchParams.get('page')
    const body = name === null ? undefined : bodies.get(name)
    return body === undefined ? undefined : { body, ...(pace ? { pace } : {}) }
  })
}

/** The address of a page in the test's internet. @param {ResultPage} page */
export function addressOf({ url, name }) {
  const address = new URL(url)
  address.searchParams.set('page', name)
  return address.href
}
