import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import minimal from '../fixtures/orders/minimal.json' with { type: 'json' }
import type { FeedState } from '../../src/feed/feed-state.ts'
import { eventually, type Extension } from '../harness/deployment.ts'
import { serveFeed, type FeedServer } from '../harness/feed-server.ts'
import { hostileAnswers } from '../harness/hostile-feeds.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, launch, press, until, type Launched } from '../harness/launch.mjs'
import { popupOn } from '../harness/popup.mjs'
import { Workshop } from '../unit/feed/workshop.ts'

const names = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `n${from + at}.example`)
const timestamp = 'metadata/timestamp.json'

/** One browser and one feed, from its first day to its removal. */
inBrowsers('a feed in %s', ({ name, internet }) => {
  let writ: Launched
  let options: Page
  let server: FeedServer
  let mirror: FeedServer
  let root: string
  const shop = new Workshop()
  shop.now = Date.now()

  beforeAll(async () => {
    await shop.done('keygen', '--out', '@keys')
    await write('a', 1, names(200))
    await write('b', 1, ['other.example'])
    root = /[0-9a-f]{64}/.exec(await publish())![0]
    server = await serveFeed(shop.at('site'))
    mirror = await serveFeed(shop.at('site'))
    const direct =
      name === 'chromium'
        ? { args: [`--host-resolver-rules=MAP * 127.0.0.1:${internet.port}, EXCLUDE 127.0.0.1`] }
        : {
            preferences: {
              'network.proxy.no_proxies_on': '127.0.0.1',
              'network.proxy.allow_hijacking_localhost': false,
            },
          }
    writ = await launch(name, { internet, language: 'en', ...direct })
    await until(await writ.openOwn('welcome'), ({ text }) => text.includes('AlloStreaming'))
  }, 120_000)
  afterAll(async () => {
    await writ.close()
    await server.close()
    await mirror.close()
    shop.close()
  })

  const write = (id: string, version: number, targets: string[], folder = 'orders') =>
    shop.write(`${folder}/${id}.json`, { ...minimal, id: `feed-order-${id}`, version, targets })
  const publish = (...more: string[]) => shop.done('publish', '@orders', '--out', '@site', '--keys', '@keys', ...more)

  it('is looked at, followed and enforced; block page, popup and register name it', async () => {
    options = await writ.openOwn('options', '#feeds')
    await options.waitForSelector('[name=feed]')
    await options.type('[name=feed]', server.address)
    await press(options, '[data-action=look-at-feed]')
    await options.waitForSelector('[data-action=follow]')
    expect(await options.$eval('#feed-said', (said) => said.textContent)).toContain(root)
    await press(options, '[data-action=follow]')
    await until(options, ({ text }) => text.includes('Up to date, verified'))
    expect(await state()).toMatchObject({ issues: [], documents: [{ standing: 'kept' }, { standing: 'kept' }] })
    const page = await eventually(writ, 'http://n7.example/', isBlocked)
    expect(page).toContain(`came by the feed ${server.address}, verified`)
  })

  it('is asked twice where nothing is new, and learns little', async () => {
    server.forget()
    await update()
    expect(server.asked).toEqual(['metadata/2.root.json', timestamp])
    const { bodies, sockets } = server.crossed()
    expect(bodies).toBeLessThanOrEqual(600)
    expect(sockets).toBeLessThanOrEqual(2500)
    for (const head of server.heads) {
      expect(head).not.toMatch(/^(cookie|referer|authorization)$/im)
      expect(head).not.toContain(writ.origin.replace(/^.*\//, ''))
    }
  })

  it('brings a small change as a delta', async () => {
    server.forget()
    await write('a', 2, names(205))
    await publish()
    await update()
    expect(server.asked.filter((path) => path.startsWith('targets/'))).toEqual([
      'targets/orders/feed-order-a.1-2.diff.gz',
    ])
    expect(await eventually(writ, 'http://n204.example/', isBlocked)).toContain('is blocked under a court order')
  })

  it('goes on under other keys for each role, and takes what an authority signs until that is revoked', async () => {
    for (const role of ['root', 'targets', 'snapshot', 'timestamp']) {
      await shop.done('keygen', role, '--out', `@new-${role}`)
      const change = ['--add', `@new-${role}/${role}.pub.json`, '--remove', `@keys/${role}.pub.json`]
      await shop.done('rotate', role, '--out', '@site', '--keys', '@keys', '--keys', `@new-${role}`, ...change)
      for (const kind of ['pem', 'pub.json']) await shop.copy(`new-${role}/${role}.${kind}`, `keys/${role}.${kind}`)
    }
    await shop.done('keygen', 'csa', '--out', '@csa')
    await shop.done('delegate', 'csa', '--out', '@site', '--keys', '@keys', '--add', '@csa/csa.pub.json')
    await write('c', 1, ['authority.example'], 'authority')
    await shop.done('publish', '@authority', '--out', '@site', '--authority', 'csa', '--keys', '@csa')
    await shop.done('publish', '--out', '@site', '--keys', '@keys')
    await update()
    expect(await state()).toMatchObject({ issues: [], polls: { failures: 0 } })
    expect(await ids()).toEqual(['feed-order-a', 'feed-order-b', 'feed-order-c'])
    await shop.done('delegate', 'csa', '--out', '@site', '--keys', '@keys', '--remove', '@csa/csa.pub.json')
    await update()
    expect(await ids()).toEqual(['feed-order-a', 'feed-order-b'])
  })

  it('has an update held that changes much, shows it, and applies it once a person says so', async () => {
    await write('b', 2, ['other.example', 'more.example'])
    await publish()
    await update()
    expect(await held()).toEqual([['feed-order-b', 2, 'held-change']])
    expect(await eventually(writ, 'http://more.example/', isOpen)).toBe('open: more.example')
    await reopen()
    await until(options, ({ text }) => text.includes('more.example'))
    await press(options, '[data-action=release]')
    await until(options, ({ text }) => !text.includes('more.example'))
    expect(await eventually(writ, 'http://more.example/', isBlocked)).toContain('is blocked under a court order')
  })

  it(`is refused where a server gives something else, ${hostileAnswers.length} kinds, and stays as it was`, async () => {
    const { documents, verifiedAt } = await state()
    for (const [title, codes, answer] of hostileAnswers) {
      server.answers.set(timestamp, answer)
      await update()
      const now = await state()
      expect({ title, known: codes.split(' ').includes(now.issues[0]?.code ?? '') }, now.issues[0]?.code).toEqual({
        title,
        known: true,
      })
      expect(now).toMatchObject({ documents, verifiedAt, polls: { failures: expect.any(Number) } })
      if (title === 'a wish for ever') expect(now.due - Date.now()).toBeGreaterThan(86_000_000)
    }
    expect(await eventually(writ, 'http://n7.example/', isBlocked)).toContain('is blocked under a court order')
    await reopen()
    const { text } = await until(options, (now) => now.text.includes('The last attempt failed'))
    expect(text).toContain(timestamp)
    const tab = await writ.open('http://unlisted.example/')
    expect((await popupOn(writ, 'http://unlisted.example/')).text).toContain(timestamp)
    await closeTab(tab)
    server.answers.clear()
    await update()
    expect(await state()).toMatchObject({ issues: [], polls: { failures: 0 } })
  }, 240_000)

  it('takes an order along that it no longer offers, and all of them when it is removed', async () => {
    await shop.remove('orders/b.json')
    await publish()
    await update()
    expect(await ids()).toEqual(['feed-order-a'])
    expect(await eventually(writ, 'http://other.example/', isOpen)).toBe('open: other.example')
    await reopen()
    await press(options, '[data-action=unfollow]')
    expect(await eventually(writ, 'http://n7.example/', isOpen)).toBe('open: n7.example')
    expect(await state()).toBeUndefined()
  })

  it('is read from a mirror where its first host is gone', async () => {
    await server.close()
    await told('feeds/add', { text: `${server.address},${mirror.address} ${root}` })
    expect(await state()).toMatchObject({ polls: { failures: 0 }, issues: [{ code: 'feed-unreachable' }] })
    expect(await ids()).toEqual(['feed-order-a'])
  })

  const isBlocked = (text: string) => text.includes('is blocked under a court order')
  const isOpen = (text: string) => text.startsWith('open:')
  const update = () => told('feeds/update', { root })
  const ids = async () => (await state()).documents.map(({ id }) => id).toSorted()
  const held = async () =>
    (await state()).documents
      .filter(({ standing }) => standing === 'held')
      .map(({ id, version, issues }) => [id, version, issues[0]?.code])

  /** Shows the feeds as they are now. */
  async function reopen(): Promise<void> {
    await closeTab(options)
    options = await writ.openOwn('options', '#feeds')
  }

  /** Asks the background, as the options do. */
  function told(name: string, request: unknown): Promise<unknown> {
    return options.evaluate(
      (message) => {
        const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension }
        return (browser ?? chrome).runtime.sendMessage(message)
      },
      { ask: name, request },
    )
  }

  /** The feed's state, as it is stored. */
  function state(): Promise<FeedState> {
    return options.evaluate(
      (key) =>
        new Promise<FeedState>((done, fail) => {
          const opening = indexedDB.open('writ')
          opening.addEventListener('error', () => fail(opening.error!))
          opening.addEventListener('success', () => {
            const reading = opening.result.transaction('feeds').objectStore('feeds').get(key)
            reading.addEventListener('success', () => {
              opening.result.close()
              done(reading.result as FeedState)
            })
          })
        }),
      root,
    )
  }
})
