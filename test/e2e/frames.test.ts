import { beforeAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

const results = ['films-one.example', 'serials.test', 'news-daily.example'].map(
  (host, at) => `<div class="MjjYud"><a href="https://${host}/page"><h3>Title ${at}</h3></a><p>Snippet ${at}</p></div>`,
)
const inner = `<!doctype html><html lang="en"><title>words</title><body><div id="rso">${results.join('')}</div></body></html>`
const origin = 'https://www.google.com'
const frames: [name: string, attribute: string][] = [
  ['a result page', `src="${origin}/search?q=inner"`],
  ['a document of its own', `srcdoc="${inner.replaceAll('"', '&quot;')}"`],
]

inBrowsers('in %s, results in a frame of a result page', {}, ({ internet, writ }) => {
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

  it.each(frames)('that is %s are hidden', async (name) => {
    const tab = await writ.browser.newPage()
    await visit(tab, `${origin}/search?q=${encodeURIComponent(name)}`)
    const seen = () => tab.evaluate(() => document.querySelector('iframe')!.contentDocument!.body?.innerText ?? '')
    await expect.poll(seen, { timeout: 5000 }).toContain('Title 1')
    await expect.poll(seen, { timeout: 5000 }).not.toContain('Title 0')
    await closeTab(tab)
  })
})
