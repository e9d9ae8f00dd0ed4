import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, launch, shown, until, visit, wait, type Launched } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'

const order = (id: string, values: Record<string, unknown>) => orderText({ id, title: `Order ${id}`, ...values })

inBrowsers('a policy in %s', ({ name, internet }) => {
  let writ: Launched
  const profile = mkdtempSync(join(tmpdir(), 'writ-policy-'))

  const start = async (managed: Record<string, unknown>) => {
    writ = await launch(name, { internet, language: 'en', profile, managed })
  }
  afterAll(async () => {
    await writ.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  /** Visits until the site is as expected: what a policy changes takes some seconds to arrive. */
  async function eventually(url: string, is: (text: string) => boolean, ms = 20_000): Promise<string> {
    const tab = await writ.browser.newPage()
    const end = Date.now() + ms
    for (;;) {
      void visit(tab, url)
      const { text } = await until(tab, (now) => is(now.text), 1500)
      if (is(text) || Date.now() > end) {
        await closeTab(tab)
        return text
      }
      await wait(300)
    }
  }
  const blockedBy = (id: string) => (text: string) =>
    text.includes(`Order ${id}`) && text.includes('is blocked under a court order')
  const open = (text: string) => text.startsWith('open:')

  /** Sets another policy: Chromium takes it while it runs, Firefox reads it at its start. */
  const change = async (managed: Record<string, unknown>) => {
    if (name === 'chromium') return writ.setManaged(managed)
    await writ.close()
    await start(managed)
  }
  const ended = order('ended-order', { targets: ['ended.example'], term: { until: '2021-01-01' } })
  const lasting = [order('first-order', { targets: ['first.example'] }), '{"format": "writ-order/1"}', ended]

  it('brings orders that block and say that an organisation put them here; a wrong one leaves the others in force', async () => {
    await start({ orders: lasting, afterTerm: 'sometimes' })
    const first = await eventually('http://first.example/', blockedBy('first-order'))
    expect(first).toContain('your organisation')
    expect(await eventually('http://ended.example/', open)).toBe('open: ended.example')
    const options = await writ.openOwn('options')
    const { text } = await until(options, (now) => now.text.includes('orders[1]'))
    expect(text).toContain('orders[1].id')
    expect(text).toContain('afterTerm')
    expect(text).toContain('Managed by your organisation')
  })

  it('keeps the last orders while others arrive than were sent, and says so', async () => {
    const expects = `2 orders, sha256 ${'0'.repeat(64)}, revision v7`
    await change({ orders: [order('other-order', { targets: ['other.example'] })], expects })
    const options = await writ.openOwn('options')
    const { text } = await until(options, (now) => now.text.includes('revision v7'), 20_000)
    expect(text).toContain('2 orders were sent and 1 arrived whole')
    expect(await eventually('http://first.example/', blockedBy('first-order'))).toContain('your organisation')
    expect(await eventually('http://other.example/', open)).toBe('open: other.example')
  })

  it('stops at the instant at which a window ends, without a restart', async () => {
    let covered = ''
    // On a busy machine the window may end before the policy has arrived: then there is a longer one.
    for (let seconds = 10; seconds <= 40 && !blockedBy('live-order')(covered); seconds *= 2) {
      const window = { start: '2020-02-01T00:00:00Z', end: new Date(Date.now() + seconds * 1000).toISOString() }
      const live = order('live-order', { targets: ['live.example'], term: { until: '2090-01-01', windows: [window] } })
      await change({ orders: [...lasting, live] })
      covered = await eventually('http://live.example/', blockedBy('live-order'), seconds * 1000)
    }
    expect(covered).toContain('Order live-order')
    expect(await eventually('http://live.example/', open, 60_000)).toBe('open: live.example')
    expect(await eventually('http://first.example/', blockedBy('first-order'))).toContain('Order first-order')
  }, 240_000)

  it('keeps what was in force while it cannot be read, and says so', async () => {
    const managed = { orders: [order('first-order', { targets: ['first.example'], term: { until: '2090-01-3' } })] }
    await change(managed)
    const options = await writ.openOwn('options')
    const { text } = await until(options, (now) => now.text.includes('stays in force'), 20_000)
    expect(text).toContain('orders[0].term.until')
    expect(text).toContain('ended-order, first-order, live-order')
    expect(await eventually('http://first.example/', blockedBy('first-order'))).toContain('your organisation')
  })

  it('goes on beyond the term where it says so, and stops what it takes back', async () => {
    await change({ orders: [ended], afterTerm: 'continue' })
    const beyond = (text: string) => text.includes('although the order has expired')
    expect(await eventually('http://ended.example/', beyond)).toContain('Your organisation still has it applied')
    expect(await eventually('http://first.example/', open)).toBe('open: first.example')
    expect(await eventually('http://dpstream.tv/', beyond)).toContain('RG 11/60013')
    // The other bundled orders are applied only where somebody chose that.
    expect(await eventually('http://t411.me/', open)).toBe('open: t411.me')
  })

  it('that is removed leaves nothing enforced', async () => {
    await change({})
    expect(await eventually('http://ended.example/', open)).toBe('open: ended.example')
    expect(await eventually('http://dpstream.tv/', open)).toBe('open: dpstream.tv')
    const welcome = await writ.openOwn('welcome')
    await until(welcome, ({ text }) => text.includes('AlloStreaming'))
    expect((await shown(welcome)).text).not.toContain('Set by your organisation')
  })
})
