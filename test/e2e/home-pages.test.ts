import { beforeAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { withWatcher, type Report } from '../harness/watch-frames.mjs'

const results = ['films-one.example', 'serials.test', 'news-daily.example'].map(
  (host, at) => `<div class="result"><h3><a href="https://${host}/page">Title ${at}</a></h3><p>Snippet ${at}</p></div>`,
)

function page(body: string, script = ''): string {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>words</title></head>
<body><form method="post" action="/"><input name="q"><button>Search</button></form><div id="list">${body}</div>
<script>${script}</script></body></html>`
  return withWatcher(html, ['films-one.example', 'Title 0'])
}

/** Begins a search as engines do that load no page for it. */
const beginning = (address: string) => `document.querySelector('form').onsubmit = (event) => {
  event.preventDefault()
  history.pushState({}, '', '${address}')
  setTimeout(() => { document.querySelector('#list').innerHTML = ${JSON.stringify(results.join(''))} }, 50)
}`

const homes: [home: string, html: string][] = [
  ['https://www.baidu.com/', page('', beginning('/s?wd=x'))],
  ['https://search.brave.com/', page('', beginning('/search?q=x'))],
  ['https://www.ecosia.org/?c=fr', page('', beginning('/search?q=x'))],
]

inBrowsers('in %s, a search that begins on a home page', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    let posted = false
    internet.add(({ host, path }) => {
      const home = homes.find(([address]) => new URL(address).host === host)
      if (home && !path.startsWith('/favicon')) return { body: home[1] }
      if (host !== 'duckduckgo.com' || path !== '/') return undefined
      const body = page(posted ? results.join('') : '')
      posted = true
      return { body }
    })
    const measures = [{ kind: 'delist', addressees: ['Google'] }]
    await importOrder(writ, { id: 'covering', targets: ['films-one.example'], measures })
  })

  it.each([...homes.map(([home]) => home), 'https://duckduckgo.com/'])('at %s', async (home) => {
    const tab = await writ.browser.newPage()
    await visit(tab, home)
    expect(await tab.evaluate(() => document.querySelectorAll('[data-writ]').length)).toBe(0)
    await tab.evaluate(() => document.querySelector('button')!.click())
    await expect.poll(() => tab.evaluate(() => document.body.innerText)).toContain('Title 1')
    await expect.poll(() => tab.evaluate(() => document.querySelectorAll('[data-writ=notice]').length)).toBe(1)
    expect(await tab.evaluate(() => document.body.innerText)).not.toContain('Title 0')
    const report = await tab.evaluate(() => (globalThis as unknown as { report(): Report }).report())
    expect(report.flashes).toEqual([])
    expect(report.covered).toBeGreaterThan(0)
    await closeTab(tab)
  })
})
