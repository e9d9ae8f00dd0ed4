import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, until, visit, type Launched } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

/** Rules, index and orders outlive an update: a version that makes them otherwise must not go on with those of the last one. */
inBrowsers('a later version in %s', ({ name, start }) => {
  const build = `dist/${name === 'chromium' ? 'chrome' : 'firefox'}`

  it('makes rules and index anew where it makes them otherwise', async () => {
    const writ = await start()
    const targets = Array.from({ length: 500 }, (_, n) => `site${n}.example`)
    await importOrder(writ, { id: 'many-order', title: 'Many names', targets })
    const types = async () => (await heldRules(writ, [3])).flatMap(({ condition }) => condition.resourceTypes)
    expect(await types()).toContain('csp_report')
    // Rules that let reports pass, and names with other hashes (another offset basis).
    await writ.install(
      withOther(build, [
        [/(["'`])csp_report\1,/g, ''],
        ['2166136261', '2166136262'],
      ]),
    )
    await expect.poll(types).not.toContain('csp_report')
    expect(await types()).toContain('main_frame')
    for (const site of [1, 7, 77, 499]) {
      const tab = await writ.browser.newPage()
      void visit(tab, `http://site${site}.example/`)
      expect((await until(tab, ({ text }) => text.includes('Many names'))).text).toContain('Many names')
      await closeTab(tab)
    }
  })
  it('reads kept orders again where it reads otherwise', async () => {
    const writ = await start()
    await writ.install(withOther(build, [['liftedOn', 'liftedIn']]))
    const targets = ['kept.example', { domain: 'lifted.example', liftedOn: '2020-03-01' }]
    await importOrder(writ, { id: 'half-lifted', title: 'Half lifted', targets })
    expect(await blockedNames(writ)).toEqual(expect.arrayContaining(['kept.example', 'lifted.example']))
    await writ.install()
    await expect.poll(() => blockedNames(writ)).not.toContain('lifted.example')
    expect(await blockedNames(writ)).toContain('kept.example')
    const explained = async (host: string) => {
      const page = await writ.openOwn('blocked', `#http://${host}/`)
      const { text } = await until(page, (shown) => shown.text.includes('Half lifted'))
      await closeTab(page)
      return text
    }
    expect(await explained('kept.example')).not.toContain('March 1, 2020')
    expect(await explained('lifted.example')).toContain('March 1, 2020')
  })

  it('keeps an order in force that it can no longer read, and says so', async () => {
    const writ = await start()
    await importOrder(writ, {
      id: 'refused-order',
      title: 'Refused now',
      dynamic: 'registrar',
      targets: ['stays.example'],
    })
    await writ.install(withOther(build, [['registrar', 'registrary']]))
    const told = async () => {
      const options = await writ.openOwn('options')
      const issues = await options.$$eval('[data-issue=order-stays]', (all) =>
        all.map(({ textContent }) => textContent),
      )
      await closeTab(options)
      return issues.join()
    }
    await expect.poll(told).toContain('Refused now')
    expect(await blockedNames(writ)).toContain('stays.example')
    const tab = await writ.browser.newPage()
    void visit(tab, 'http://stays.example/')
    expect((await until(tab, ({ text }) => text.includes('Refused now'))).text).toContain('Refused now')
  })
})

/** The names in the rules that the browser holds. */
async function blockedNames(writ: Launched): Promise<string[]> {
  return (await heldRules(writ)).flatMap(({ condition }) => condition.requestDomains ?? [])
}

async function heldRules(writ: Launched, ruleIds?: number[]): Promise<HeldRule[]> {
  const own = await writ.openOwn('options')
  const held = await own.evaluate(async (filter) => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Rules | undefined>
    return (browser ?? chrome)!.declarativeNetRequest.getDynamicRules(filter)
  }, ruleIds && { ruleIds })
  await closeTab(own)
  return held
}

interface HeldRule {
  condition: { resourceTypes: string[]; requestDomains?: string[] }
}

interface Rules {
  declarativeNetRequest: { getDynamicRules(filter?: { ruleIds: number[] }): Promise<HeldRule[]> }
}

/** The build as it would be with other texts in its scripts. */
function withOther(build: string, changes: readonly [text: string | RegExp, other: string][]): Record<string, string> {
  const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
  const texts = scripts.map((path) => [path, readFileSync(join(build, path), 'utf8')] as const)
  for (const [text] of changes) expect(texts.some(([, script]) => script.search(text) >= 0)).toBe(true)
  const changed = (script: string) => changes.reduce((all, [text, other]) => all.replaceAll(text, other), script)
  return Object.fromEntries(texts.map(([path, script]) => [path, changed(script)]))
}
