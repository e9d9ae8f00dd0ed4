import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FeedState } from '../../src/feed/feed-state.ts'
import { ask } from '../harness/ask.mjs'
import { eventually } from '../harness/deployment.ts'
import { serveFeed, type FeedServer } from '../harness/feed-server.ts'
import { inBrowsers } from '../harness/in-browsers.ts'
import { launch, until, type Launched } from '../harness/launch.mjs'
import { Forge } from '../unit/feed/forge.ts'

inBrowsers('a feed in %s', ({ name, internet }) => {
  let writ: Launched
  let forge: Forge
  let server: FeedServer
  let root: string

  beforeAll(async () => {
    forge = await Forge.start(undefined, Date.now())
    root = await forge.pin()
    server = await serveFeed(forge.files)
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
  })
  afterAll(async () => {
    await writ.close()
    await server.close()
  })

  it('that a person adds is fetched and enforced at once', async () => {
    await until(await writ.openOwn('welcome'), ({ text }) => text.includes('AlloStreaming'))
    const { done } = await ask(writ, 'feeds/add', { text: `${server.address} ${root}` })
    expect(done).toMatchObject({ ok: true })
    expect(await stateOf()).toMatchObject({ issues: [], polls: { failures: 0 }, documents: [{ standing: 'kept' }] })
    expect(await eventually(writ, 'http://blocked.example.org/', isBlocked)).toContain('blocked by a court')
  })

  const isBlocked = (text: string) => text.includes('blocked by a court')

  async function stateOf(): Promise<FeedState> {
    const page = await writ.openOwn('options')
    const state = await stateOn(page)
    await page.close()
    return state
  }

  function stateOn(page: Page): Promise<FeedState> {
    return page.evaluate(
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
