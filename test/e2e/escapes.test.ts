import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { resourceTypes } from '../../src/rules/resource-types.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, shown, until, visit, wait, type Launched } from '../harness/launch.mjs'
import { addOrder } from '../harness/orders.mjs'

/** What a browser's rules alone do not catch, each with what catches it. */
inBrowsers('in %s', {}, ({ name, internet, writ }) => {
  beforeAll(() => {
    internet.add(({ host, path }) => {
      if (!host.endsWith('worker.example')) return undefined
      if (path !== '/worker.js')
        return {
          body: '<title>w</title><body>from the site<script>navigator.serviceWorker?.register("/worker.js")</script>',
        }
      const body = `addEventListener('install', () => skipWaiting())
        addEventListener('activate', (event) => event.waitUntil(clients.claim()))
        addEventListener('fetch', (event) => event.respondWith(new Response('<title>w</title><body>from the worker',
          { headers: { 'content-type': 'text/html' } })))`
      return { headers: { 'content-type': 'text/javascript' }, body }
    })
  })

  it.runIf(name === 'chromium')('a page that the site’s own service worker serves is covered', async () => {
    // Below the name that the order lists, where its data is not forgotten by name: the watch has to see it.
    for (const host of ['worker.example', 'deep.below.worker.example']) {
      const tab = await writ.open(`https://${host}/`)
      const end = Date.now() + 10_000
      while ((await shown(tab)).text !== 'from the worker' && Date.now() < end)
        await visit(tab, `https://${host}/again`)
      expect((await shown(tab)).text).toBe('from the worker')
      await closeTab(tab)
    }
    await addOrder(writ, { id: 'worker-order', title: 'Worker order', targets: ['worker.example'] })
    for (const host of ['worker.example', 'deep.below.worker.example'])
      expect(await showsOrder(writ, `https://${host}/`, 'Worker order')).toContain('Worker order')
  })

  it('a page that comes back from the back-forward cache, or moves by pushState, is covered', () => comesBack(writ))

  it('a URL target is a URL: its page is blocked and explained, the site stays open', async () => {
    await addOrder(writ, { id: 'url-order', title: 'URL order', targets: [{ url: 'https://shared.example/films' }] })
    for (const path of ['films', 'films/1', 'films?page=2'])
      expect(await showsOrder(writ, `https://shared.example/${path}`, 'URL order')).toContain('URL order')
    const tab = await writ.browser.newPage()
    for (const path of ['', 'filmstar', 'other/films'])
      expect((await visit(tab, `https://shared.example/${path}`)).text).toBe('open: shared.example')
  })

  it('a URL target is covered in every spelling, and its usual ones in other sites’ pages, too', async () => {
    const targets = [{ url: 'https://spelt.example/films' }, { url: 'https://spelt.example/café' }]
    await addOrder(writ, { id: 'spelt-order', title: 'Spelt order', targets })
    for (const path of ['%66ilms', 'caf%c3%a9', 'caf%C3%a9/1'])
      expect(await showsOrder(writ, `https://spelt.example/${path}`, 'Spelt order')).toContain('Spelt order')

    const parts = ['/films/1', '/caf%C3%A9', '/caf%c3%a9/1', '/filmstar']
    const frames = parts.flatMap((part) => [`https://spelt.example${part}`, `https://spelt.example.${part}`])
    internet.add(({ host }) =>
      host === 'framing.example'
        ? { body: `<body>framing${frames.map((src) => `<iframe src="${src}"></iframe><img src="${src}">`).join('')}` }
        : undefined,
    )
    const before = internet.visits.length
    await writ.open('https://framing.example/')
    await wait(2000)
    const reached = internet.visits.slice(before).filter(({ host }) => host.startsWith('spelt.example'))
    expect(new Set(reached.map(({ host, path }) => host + path))).toEqual(
      new Set(['spelt.example/filmstar', 'spelt.example./filmstar']),
    )
  })

  it('a URL target with a character that filters give a meaning blocks nothing else, and is covered', async () => {
    const targets = [{ url: 'https://odd.example/?x^y' }, { url: 'https://odd.example/?a|b' }]
    await addOrder(writ, { id: 'odd-order', title: 'Odd order', targets })
    for (const query of ['x^y', 'a|b', 'a|b&c'])
      expect(await showsOrder(writ, `https://odd.example/?${query}`, 'Odd order')).toContain('Odd order')
    const tab = await writ.browser.newPage()
    for (const query of ['x&y', 'a', 'a|bc'])
      expect((await visit(tab, `https://odd.example/?${query}`)).text).toBe('open: odd.example')
  })

  it('nothing that a page asks for reaches a blocked host, whatever it is', async () => {
    const at = 'https://parts.example'
    internet.add(({ host, path }) => {
      if (host !== 'whole.example') return undefined
      if (path === '/data.xml')
        return {
          headers: { 'content-type': 'text/xml' },
          body: `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${at}/xslt"?><a/>`,
        }
      return {
        headers: { 'content-security-policy': `style-src 'none'; report-uri ${at}/csp-report` },
        body: `<title>whole</title><link rel="manifest" href="${at}/manifest"><link rel="icon" href="${at}/icon">
            <body>whole<img src="${at}/img"><img srcset="${at}/srcset 1x">
            <picture><source srcset="${at}/picture"><img></picture><iframe src="${at}/frame"></iframe>
            <object data="${at}/object"></object><video poster="${at}/poster"></video><style></style>
            <script type="module">
              import('${at}/json', { with: { type: 'json' } }).catch(() => undefined)
              navigator.sendBeacon('${at}/beacon', 'x')
              fetch('${at}/fetch').catch(() => undefined).finally(() => document.title = 'asked')
            </script>`,
      }
    })
    const parts = () => internet.visits.filter(({ host }) => host === 'parts.example').map(({ path }) => path)
    const all = async () => {
      const page = await writ.open('https://whole.example/')
      // A tab that is closed earlier has not asked for everything.
      await until(page, ({ title }) => title === 'asked')
      const data = await writ.browser.newPage()
      await data.goto('https://whole.example/data.xml').catch(() => undefined)
      await wait(2000)
      for (const tab of [page, data]) await closeTab(tab)
    }
    await all()
    const open = parts()
    const each = ['img', 'srcset', 'picture', 'frame', 'object', 'poster', 'json', 'beacon', 'fetch', 'csp-report']
    // Chromium 156 has no XSLT any more.
    if (name === 'firefox') each.push('xslt')
    expect(open).toEqual(expect.arrayContaining(each.map((part) => `/${part}`)))
    await addOrder(writ, { id: 'parts-order', title: 'Parts order', targets: ['parts.example'] })
    await all()
    expect(parts().slice(open.length)).toEqual([])
  })

  it('the rules name every type of request that the browser knows', async () => {
    const own = await writ.openOwn('options')
    const known = await own.evaluate(() => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', KnownTypes | undefined>
      return Object.values((browser ?? chrome)!.declarativeNetRequest.ResourceType)
    })
    expect(new Set(known)).toEqual(new Set(resourceTypes[name === 'chromium' ? 'chrome' : 'firefox']))
  })
})

inBrowsers('in %s, as its surroundings are,', ({ name, internet, start }) => {
  // An event page has to hear of these after it has slept too, and hears of less then.
  it.runIf(name === 'firefox')('a page that comes back or moves is covered, though the background sleeps', async () => {
    const writ = await start({ preferences: { 'extensions.background.idle.timeout': 500 } })
    await comesBack(writ, untilAsleep)
  })

  it('without access to websites the block stands, and its page comes all the same', async () => {
    const writ = await start({ manifest: { host_permissions: [] } })
    await addOrder(writ, { id: 'access-order', title: 'Access order', targets: ['access.example'] })
    const before = internet.visits.length
    expect(await showsOrder(writ, 'http://access.example/', 'Access order')).toContain('Access order')
    expect(internet.visits.slice(before).filter(({ host }) => host === 'access.example')).toEqual([])
    expect((await visit(await writ.browser.newPage(), 'http://other.example/')).text).toBe('open: other.example')
  })

  it('with "never contact", not even a connection is opened to a blocked host', async () => {
    const writ = await start({
      manifest: { permissions: [...permissionsIn(name), 'privacy'], optional_permissions: [] },
    })
    await addOrder(writ, { id: 'contact-order', title: 'Contact order', targets: ['contacted.example'] })
    const options = await writ.openOwn('options', '#settings')
    await options.waitForSelector('[name=neverContact]')
    await options.bringToFront()
    await options.click('[name=neverContact]')
    await options.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=neverContact]')!.checked)
    await wait(500)
    internet.contacts.length = 0
    internet.add(({ host, path }) =>
      host === 'linking.example' && path === '/'
        ? {
            body: '<link rel="preconnect" href="https://contacted.example"><link rel="dns-prefetch" href="https://contacted.example"><body>linking',
          }
        : undefined,
    )
    await writ.open('https://linking.example/')
    expect(await showsOrder(writ, 'https://contacted.example/', 'Contact order')).toContain('Contact order')
    await wait(500)
    expect(internet.contacts).toContain('linking.example')
    expect(internet.contacts).not.toContain('contacted.example')
  })
})

/** What an order shows at an address, in a tab of its own. */
async function showsOrder(writ: Launched, url: string, title: string): Promise<string> {
  const tab = await writ.browser.newPage()
  void visit(tab, url)
  const { text } = await until(tab, (now) => now.text.includes(title))
  await closeTab(tab)
  return text
}

/** Goes back to one page and moves within another that an order covers meanwhile; `beforeEach` of the two something may be. */
async function comesBack(writ: Launched, beforeEach: (writ: Launched) => unknown = () => undefined): Promise<void> {
  const cached = await writ.open('http://cached.example/')
  await visit(cached, 'http://elsewhere.example/')
  const pushing = await writ.open('http://pushing.example/')
  await addOrder(writ, {
    id: 'back-order',
    title: 'Back order',
    targets: ['cached.example', { url: 'http://pushing.example/films' }],
  })
  expect((await shown(pushing)).text).toBe('open: pushing.example')
  await beforeEach(writ)
  await cached.bringToFront()
  void cached.evaluate(() => history.back()).catch(() => undefined)
  expect((await until(cached, ({ text }) => text.includes('Back order'))).text).toContain('Back order')
  await beforeEach(writ)
  void pushing.evaluate(() => history.pushState(null, '', '/films/1')).catch(() => undefined)
  expect((await until(pushing, ({ text }) => text.includes('Back order'))).text).toContain('Back order')
  for (const tab of [cached, pushing]) await closeTab(tab)
}

interface KnownTypes {
  declarativeNetRequest: { ResourceType: Record<string, string> }
}

function permissionsIn(name: 'chromium' | 'firefox'): string[] {
  const manifest = readFileSync(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}/manifest.json`, 'utf8')
  return (JSON.parse(manifest) as { permissions: string[] }).permissions
}

/** Asleep for so long that nothing is about to wake it. */
async function untilAsleep(writ: Launched): Promise<void> {
  const own = await writ.openOwn('options')
  const awake = () =>
    own.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: { extension: { getBackgroundPage(): unknown } } }
      return browser.extension.getBackgroundPage() !== null
    })
  const end = Date.now() + 20_000
  for (let asleep = 0; asleep < 15 && Date.now() < end; asleep++) {
    if (await awake()) asleep = -1
    await wait(100)
  }
  await closeTab(own)
}
