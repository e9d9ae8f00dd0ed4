import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ask } from '../harness/ask.mjs'
import { blockedBy, eventually, isOpen, order, whereDeployed } from '../harness/deployment.ts'
import { inForceOn } from '../harness/in-force.mjs'
import { closeTab, type Launched } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'

const bundled = 'fr-tgi-paris-11-60013'

const blockedThough = (text: string) => text.includes('although the order has expired')

/** What an administrator has decided is withdrawn by the administrator's word alone. */
whereDeployed('what a policy has decided in %s', (name, deployment) => {
  const first = JSON.stringify(order('first-order', ['first.example']))
  const settings = { disableFirstRunPage: true, orders: [first], bundledOrders: [`${bundled}:beyond-term`] }

  it('stands against silence, typing errors and a person’s documents, and ends where it is withdrawn', async () => {
    const folder = deployment.policies({ disableFirstRunPage: true })
    let browser = await deployment.start(folder)
    await eventually(browser, 'http://dpstream.tv/', isOpen)
    const own = orderText({ id: bundled, title: 'Another', targets: ['nothing-here.example'] })
    await expect.poll(() => importing(browser, own), { timeout: 20_000 }).toMatchObject({ ok: true })
    expect(await eventually(browser, 'http://nothing-here.example/', (text) => text.includes('Another'))).toContain(
      'is blocked',
    )

    /** Firefox reads a policy at its start, Chromium within seconds. */
    async function change(contents: object | string): Promise<void> {
      rewrite(folder, contents)
      if (name === 'firefox') browser = await deployment.start(folder)
    }
    await change(settings)
    expect(await eventually(browser, 'http://first.example/', blockedBy('first-order'))).toContain('Order first-order')
    expect(await eventually(browser, 'http://dpstream.tv/', blockedThough)).toContain('RG 11/60013')
    expect(await eventually(browser, 'http://nothing-here.example/', isOpen)).toBe('open: nothing-here.example')
    expect(await importing(browser, own)).toMatchObject({ ok: false, issues: [{ code: 'order-decided' }] })

    const { orders: _, bundledOrders: __, ...others } = settings
    const silences: [string | object, said: string[]][] = [
      [{ ...others, Orders: [first] }, ['orders', 'bundledOrders']],
      // Firefox hands over what is no list, Chromium drops it.
      [{ ...others, orders: [first, 5], bundledOrders: 5 }, ['orders', 'bundledOrders']],
      // In Firefox that file installs the extension, too.
      ...(name === 'chromium' ? [['{"3rdparty": ', ['orders', 'bundledOrders']] satisfies [string, string[]]] : []),
    ]
    for (const [contents, what] of silences) {
      await change(contents)
      await expect.poll(() => said(browser), { timeout: 30_000 }).toEqual(expect.arrayContaining(what))
      expect(await eventually(browser, 'http://first.example/', blockedBy('first-order'))).toContain(
        'your organisation',
      )
      expect(await eventually(browser, 'http://dpstream.tv/', blockedThough)).toContain('RG 11/60013')
    }

    await change({ ...others, orders: [], bundledOrders: [] })
    expect(await eventually(browser, 'http://first.example/', isOpen)).toBe('open: first.example')
    expect(await eventually(browser, 'http://dpstream.tv/', isOpen)).toBe('open: dpstream.tv')
    expect(await said(browser)).toEqual([])
  }, 400_000)

  let kit: string | undefined

  /** Writes other managed settings, or a text in the place of the file, into a kit's folder. */
  function rewrite(folder: string, contents: object | string): void {
    const file = join(folder, name === 'chromium' ? '20-writ-settings.json' : 'policies.json')
    kit ??= readFileSync(file, 'utf8')
    const text = typeof contents === 'string' ? contents : JSON.stringify(withSettings(JSON.parse(kit), contents))
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
})

interface Managed {
  extensions?: Record<string, object>
  Extensions?: Record<string, object>
}

function withSettings(policy: { '3rdparty'?: Managed; policies?: { '3rdparty': Managed } }, settings: object): object {
  const { extensions, Extensions = {} } = policy['3rdparty'] ?? policy.policies?.['3rdparty'] ?? {}
  const all = extensions ?? Extensions
  for (const id of Object.keys(all)) all[id] = settings
  return policy
}

async function importing(browser: Launched, text: string): Promise<unknown> {
  return (await ask(browser, 'orders/import', { texts: [text] })).done
}

/** The settings of which something stays that the browser no longer gives. */
async function said(browser: Launched): Promise<string[] | undefined> {
  const page = await browser.openOwn('options')
  const effective = await inForceOn(page)
  await closeTab(page)
  return effective?.issues.flatMap(({ path }) => /^(orders|bundledOrders)\b/.exec(path)?.[1] ?? [])
}
