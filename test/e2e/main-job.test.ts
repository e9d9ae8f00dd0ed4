import { expect, it } from 'vitest'
import alloStreaming from '../../src/bundled/fr-tgi-paris-11-60013.json' with { type: 'json' }
import { inBrowsers } from '../harness/in-browsers.ts'
import { press, shown, until, visit } from '../harness/launch.mjs'

interface Tab {
  id: number
  url?: string
}

const facts = [
  'Tribunal de grande instance de Paris',
  'November 28, 2013',
  'RG 11/60013',
  'L.\u00a0336-2',
  ...alloStreaming.applicants,
  'January 8, 2014',
  'January 23, 2015',
]

const domains = alloStreaming.targets.map((target) => (typeof target === 'string' ? target : target.domain))

inBrowsers('the bundled order in %s', {}, ({ internet, writ }) => {
  it('is listed as ended and blocks nothing, as installed', async () => {
    const welcome = await writ.openOwn('welcome')
    expect((await until(welcome, ({ text }) => text.includes('has expired'))).text).toContain('Expired')
    for (const domain of ['dpstream.tv', 'www.fifostream.com'])
      expect((await visit(await writ.browser.newPage(), `http://${domain}/`)).text).toBe(`open: ${domain}`)
  })

  it('covers tabs that are open on its sites when it is applied', async () => {
    const tab = await writ.open('http://allourls.com/already/open')
    expect((await shown(tab)).text).toBe('open: allourls.com')
    const welcome = await writ.openOwn('welcome')
    await press(welcome, '[data-action=apply-beyond-term]')
    const covered = await until(tab, ({ text }) => text.includes('RG 11/60013'))
    expect(covered.url).toBe(`${writ.origin}/extension/pages/blocked/index.html#http://allourls.com/already/open`)
  })

  it('then blocks and explains its sixteen domains, with and without www, over http and https', async () => {
    const tab = await writ.browser.newPage()
    const wrong: string[] = []
    const before = internet.visits.length
    for (const domain of domains)
      for (const host of [domain, `www.${domain}`])
        for (const scheme of ['http', 'https']) {
          const url = `${scheme}://${host}/path?query`
          void visit(tab, url)
          // Of the same host the page before it says the same: only the address tells them apart.
          const { text } = await until(
            tab,
            (now) => now.url.endsWith(`#${url}`) && now.text.includes(host) && now.text.includes('RG 11/60013'),
          )
          // The whole order is folded below the answers.
          const whole = text + (await tab.evaluate(() => document.body.textContent))
          for (const fact of [host, 'although the order has expired', ...facts])
            if (!whole.includes(fact)) wrong.push(`${url}: ${fact}`)
        }
    expect(wrong).toEqual([])
    // The browser itself may call home meanwhile.
    const covered = internet.visits.slice(before).filter(({ host }) => domains.some((one) => host.endsWith(one)))
    expect(covered).toEqual([])
  })

  it.each(['dpstream.net', 'alloshotv.com', 'notdpstream.tv', 'dpstream.tv.example.com', 'dpstream.tvx'])(
    'leaves %s open',
    async (host) => {
      const tab = await writ.browser.newPage()
      for (const scheme of ['http', 'https'])
        expect((await visit(tab, `${scheme}://${host}/`)).text).toBe(`open: ${host}`)
    },
  )

  it('lets a covered name through in a path, a query, a fragment and a user name', async () => {
    const tab = await writ.browser.newPage()
    for (const url of [
      'http://example.com/dpstream.tv',
      'http://example.com/?dpstream.tv',
      'http://dpstream.tv@example.com/',
    ])
      expect((await visit(tab, url)).text).toBe('open: example.com')
  })

  it.each([
    'http://DPSTREAM.tv/',
    'http://dpstream.tv./',
    'http://dpstream.tv:8080/',
    'http://user:secret@dpstream.tv/',
    'http://dp%73tream.tv/',
  ])('blocks %s', async (url) => {
    const tab = await writ.browser.newPage()
    void visit(tab, url)
    const { text, url: at } = await until(tab, (now) => now.text.includes('RG 11/60013'))
    expect(text).toContain('RG 11/60013')
    // A password would stay in the address bar, and in the history.
    expect(text + at).not.toContain('secret')
  })

  it('blocks a redirect, a frame, an image and a script from an open site', async () => {
    internet.add(({ host, path }) => {
      if (host === 'redirecting.example') return { status: 302, headers: { location: 'http://dpstream.tv/' }, body: '' }
      if (host !== 'embedding.example' || path !== '/') return undefined
      const body = `<title>embedding</title><body>embedding<iframe src="http://dpstream.tv/frame"></iframe>
        <img src="http://www.dpstream.tv/image"><script src="http://dpstream.tv/script"></script>
        <script>fetch('http://dpstream.tv/fetch').catch(() => (document.title = 'stopped'))</script>`
      return { body }
    })
    const tab = await writ.browser.newPage()
    void visit(tab, 'http://redirecting.example/')
    expect((await until(tab, ({ text }) => text.includes('RG 11/60013'))).text).toContain('dpstream.tv')
    const before = internet.visits.length
    const embedding = await writ.open('http://embedding.example/')
    expect((await until(embedding, ({ title }) => title === 'stopped')).title).toBe('stopped')
    expect(internet.visits.slice(before).map(({ host }) => host)).not.toContain('dpstream.tv')
  })

  it('says nothing of an address that somebody made up', async () => {
    const blocked = await writ.openOwn('blocked', '#http://innocent.example/?RG 11/60013')
    const { text } = await until(blocked, (now) => now.text.includes('No order in this browser names'))
    expect(text).toContain('innocent.example')
    expect(text).not.toContain('Tribunal')
    const script = await writ.openOwn('blocked', '#javascript:alert(1)')
    await until(script, (now) => now.text.includes('No order in Writ names this site'))
  })

  it('is explained by the popup, which says nothing of another site', async () => {
    const own = await writ.openOwn('welcome')
    const popupOf = async (ending: string) => {
      const id = await own.evaluate(async (wanted) => {
        const { browser, chrome } = globalThis as unknown as Record<
          string,
          { tabs: { query(_: object): Promise<Tab[]> } }
        >
        return (await (browser ?? chrome)!.tabs.query({})).find(({ url }) => url?.endsWith(wanted))?.id
      }, ending)
      const popup = await writ.openOwn('popup', `?tab=${id}`)
      return (await until(popup, (now) => now.text !== '')).text
    }
    await until(await writ.open('http://fifostream.tv/'), ({ text }) => text.includes('RG 11/60013'))
    await writ.open('http://example.org/')
    const concerned = await popupOf('#http://fifostream.tv/')
    for (const fact of ['although the order has expired', 'fifostream.tv', 'AlloStreaming'])
      expect(concerned).toContain(fact)
    expect(await popupOf('http://example.org/')).toContain('orders in this browser names this site')
  })

  it('stops blocking when it is only listed again', async () => {
    await press(await writ.openOwn('welcome'), '[data-action=only-list]')
    const tab = await writ.browser.newPage()
    const end = Date.now() + 5000
    let now = await visit(tab, 'http://dpstream.tv/')
    while (!now.text.startsWith('open') && Date.now() < end) now = await visit(tab, 'http://dpstream.tv/')
    expect(now.text).toBe('open: dpstream.tv')
  })
})
