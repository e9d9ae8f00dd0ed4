import { beforeAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, until, visit, wait } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { popupOn } from '../harness/popup.mjs'

const hosts = [
  'www.exact.example',
  'ported.example:8443',
  'plain.example:80',
  'xn--mnchen-3ya.example',
  'up.covered.example',
]

/** Addresses, and the host that is covered there: none is where the page opens. */
const addresses: [address: string, covered: string | undefined][] = [
  ['http://www.exact.example/', 'www.exact.example'],
  ['https://www.exact.example/x?y', 'www.exact.example'],
  ['http://WWW.Ex%61ct.example.:8081/', 'www.exact.example'],
  ['http://user:a.b@www.exact.example/', 'www.exact.example'],
  ['http://exact.example/', undefined],
  ['http://a.www.exact.example/', undefined],
  ['http://a.b.www.exact.example./', undefined],
  ['http://www.exact.example@a.www.exact.example/', undefined],
  ['http://notwww.exact.example/', undefined],
  ['http://www.exact.example.other.example/', undefined],
  ['http://other.example/www.exact.example', undefined],
  ['https://ported.example:8443/', 'ported.example:8443'],
  ['http://ported.example:8443/x', 'ported.example:8443'],
  ['https://ported.example/', undefined],
  ['http://ported.example:844/', undefined],
  ['https://www.ported.example:8443/', undefined],
  ['http://plain.example/', 'plain.example:80'],
  ['https://plain.example/', undefined],
  ['http://plain.example:8080/', undefined],
  ['http://münchen.example/', 'xn--mnchen-3ya.example'],
  ['http://münchen.example:81/', 'xn--mnchen-3ya.example'],
  ['http://www.münchen.example/', undefined],
  ['http://deep.up.covered.example/', 'covered.example'],
]

inBrowsers('names that are blocked alone, in %s', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    const targets = [...hosts.map((host) => ({ host })), 'covered.example']
    const many = Array.from({ length: 5_000 }, (_, at) => ({ host: `www.many-${at}.example` }))
    const kinds = ['block', 'delist'].map((kind) => ({ kind, addressees: [] }))
    await importOrder(writ, {
      id: 'exact-order',
      title: 'Exact order',
      measures: kinds,
      targets: [...targets, ...many],
    })
  })

  it('are blocked and explained as what they are, and the names around them open', async () => {
    const wrong: string[] = []
    const before = internet.visits.length
    const tab = await writ.browser.newPage()
    for (const [address, covered] of addresses) {
      const { hostname } = new URL(address)
      void visit(tab, address)
      const isBlock = (text: string) => text.includes('Exact order')
      const seen = await until(tab, (now) => isBlock(now.text) || now.text === `open: ${hostname}`, 6000)
      // The whole order is folded below the answers.
      const text = isBlock(seen.text) ? await tab.evaluate(() => document.body.textContent) : seen.text
      const said = covered === 'covered.example' ? `${covered} and its subdomains` : `${covered} alone`
      if (covered === undefined ? text !== `open: ${hostname}` : !isBlock(text) || !text.includes(said))
        wrong.push(`${address}: ${text.slice(0, 300)}`)
      await visit(tab, 'http://between.example/')
    }
    await closeTab(tab)
    expect(wrong).toEqual([])
    const asked = new Set(internet.visits.slice(before).map(({ host }) => host.replace(/\.$/, '')))
    expect(
      ['www.exact.example', 'xn--mnchen-3ya.example', 'deep.up.covered.example'].filter((host) => asked.has(host)),
    ).toEqual([])
  })

  it('are blocked as parts of other pages, as WebSockets too', async () => {
    const tab = await writ.open('http://parts.example/')
    const ask = (schemes: [string, string], host: string) =>
      tab.evaluate(
        async (fetched, socket) => {
          const opens = new Promise<boolean>((done) => {
            const one = new WebSocket(socket)
            one.addEventListener('open', () => done(true))
            one.addEventListener('error', () => done(false))
          })
          const loads = fetch(fetched, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          )
          return [await loads, await opens]
        },
        `${schemes[0]}//${host}/part`,
        `${schemes[1]}//${host}/socket`,
      )
    const answers: [string, boolean[]][] = []
    for (const host of ['www.exact.example', 'www.exact.example:81', 'ported.example:8443', 'plain.example'])
      answers.push([host, await ask(['http:', 'ws:'], host)])
    expect(answers).toEqual(answers.map(([host]) => [host, [false, false]]))
    answers.length = 0
    for (const host of ['exact.example', 'a.www.exact.example', 'ported.example:8444', 'a.ported.example:8443'])
      answers.push([host, await ask(['http:', 'ws:'], host)])
    expect(answers).toEqual(answers.map(([host]) => [host, [true, true]]))
    await closeTab(tab)
  })

  it('are hidden from results, and the names around them are not', async () => {
    const links = [
      'http://www.exact.example/',
      'http://exact.example/',
      'http://a.www.exact.example/',
      'https://ported.example:8443/x',
      'https://ported.example/',
      'http://www.many-4999.example/',
      'http://many-4999.example/',
    ]
    const body = links
      .map((link) => `<div class="MjjYud"><div><a href="${link}"><h3>${link}</h3></a></div></div>`)
      .join('')
    internet.add(({ host, path }) =>
      host === 'www.google.com' && path.startsWith('/search?q=exact')
        ? { body: `<title>r</title><body><div id="rso">${body}</div>` }
        : undefined,
    )
    const tab = await writ.open('https://www.google.com/search?q=exact')
    const shown = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('a[href]')]
          .filter((link) => link.getClientRects().length > 0)
          .map((link) => link.getAttribute('href')),
      )
    const expected = [links[1], links[2], links[4], links[6]]
    for (let tries = 0; (await shown()).length !== expected.length && tries < 100; tries++) await wait(50)
    expect(await shown()).toEqual(expected)
    await closeTab(tab)
  })

  it('are not said of a name below them', async () => {
    const tab = await writ.open('http://a.www.exact.example/')
    const { text } = await popupOn(writ, '//a.www.exact.example/')
    expect(text).not.toContain('Exact order')
    await closeTab(tab)
  })
})
