import { beforeAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { popupOn } from '../harness/popup.mjs'

const results = ['films-one.example', 'serials.test', 'news-daily.example'].map(
  (host, at) => `<div class="MjjYud"><a href="https://${host}/page"><h3>Title ${at}</h3></a><p>Snippet ${at}</p></div>`,
)
const inner = `<!doctype html><html lang="en"><title>words</title><body><div id="rso">${results.join('')}</div></body></html>`
const origin = 'https://www.google.com'
const frames: [name: string, attribute: string][] = [
  ['a result page', `src="${origin}/search?q=inner"`],
  ['a document of its own', `srcdoc="${inner.replaceAll('"', '&quot;')}"`],
]

inBrowsers('in %s, frames', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    internet.add(({ host, path }) => {
      if (host !== 'www.google.com') return undefined
      const query = new URL(path, origin).searchParams.get('q')
      if (query === 'inner') return { body: inner }
      const frame = frames.find(([name]) => name === query)
      return (
        frame && {
          body: `<!doctype html><html lang="en"><title>words</title><body><iframe ${frame[1]}></iframe></body></html>`,
        }
      )
    })
    const measures = [{ kind: 'delist', addressees: ['Google'] }]
    await importOrder(writ, { id: 'covering', targets: ['films-one.example'], measures })
  })

  it('that an order stops are counted, on the badge and in the popup, which names the order', async () => {
    await importOrder(writ, { id: 'stopping', title: 'Stopping order', targets: ['stopped.example'] })
    internet.add(({ host }) =>
      host === 'blog.example'
        ? {
            body: `<!doctype html><title>blog</title><body>blog <iframe src="http://www.stopped.example/a"></iframe>
<iframe src="http://stopped.example/b"></iframe><iframe src="http://open.example/"></iframe>`,
          }
        : undefined,
    )
    const tab = await writ.browser.newPage()
    await visit(tab, 'http://blog.example/')
    const said = async () => (await popupOn(writ, 'http://blog.example/')).text
    await expect.poll(said, { timeout: 15_000 }).toContain('2 parts of this page are blocked: Stopping order')
    await visit(tab, 'http://open.example/after')
    expect((await popupOn(writ, 'http://open.example/after')).text).not.toContain('of this page')
    expect(internet.visits.filter(({ host }) => host.endsWith('stopped.example'))).toEqual([])
    await closeTab(tab)
  })

  it.each(frames)('of a result page: results in one that is %s are hidden', async (name) => {
    const tab = await writ.browser.newPage()
    await visit(tab, `${origin}/search?q=${encodeURIComponent(name)}`)
    const seen = () => tab.evaluate(() => document.querySelector('iframe')!.contentDocument!.body?.innerText ?? '')
    await expect.poll(seen, { timeout: 5000 }).toContain('Title 1')
    await expect.poll(seen, { timeout: 5000 }).not.toContain('Title 0')
    await closeTab(tab)
  })
})
