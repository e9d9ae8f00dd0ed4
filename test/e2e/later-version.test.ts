import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, until, visit } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'

/** Rules and index outlive an update: a version that makes them otherwise must not go on with those of the last one. */
inBrowsers('a later version in %s', ({ name, start }) => {
  it('makes rules and index anew where it makes them otherwise', async () => {
    const writ = await start()
    const targets = Array.from({ length: 500 }, (_, n) => `site${n}.example`)
    await importOrder(writ, { id: 'many-order', title: 'Many names', targets })
    const types = async () => {
      const own = await writ.openOwn('options')
      const held = await own.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Rules | undefined>
        return (browser ?? chrome)!.declarativeNetRequest.getDynamicRules({ ruleIds: [3] })
      })
      await closeTab(own)
      return held.flatMap(({ condition }) => condition.resourceTypes)
    }
    expect(await types()).toContain('csp_report')
    await writ.install(withOtherRulesAndNames(`dist/${name === 'chromium' ? 'chrome' : 'firefox'}`))
    await expect.poll(types, { timeout: 10_000 }).not.toContain('csp_report')
    expect(await types()).toContain('main_frame')
    for (const site of [1, 7, 77, 499]) {
      const tab = await writ.browser.newPage()
      void visit(tab, `http://site${site}.example/`)
      expect((await until(tab, ({ text }) => text.includes('Many names'))).text).toContain('Many names')
      await closeTab(tab)
    }
  })
})

interface Rules {
  declarativeNetRequest: {
    getDynamicRules(filter: { ruleIds: number[] }): Promise<{ condition: { resourceTypes: string[] } }[]>
  }
}

/** The build as it would be if rules let reports pass, and names had other hashes (another offset basis). */
function withOtherRulesAndNames(build: string): Record<string, string> {
  const texts = readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => [path, readFileSync(join(build, path), 'utf8')] as const)
  const other = texts.map(([path, text]) => [
    path,
    text.replace(/(["'`])csp_report\1,/g, '').replaceAll('2166136261', '2166136262'),
  ])
  for (const part of ['csp_report', '2166136261']) expect(texts.some(([, text]) => text.includes(part))).toBe(true)
  expect(other.some(([, text]) => text!.includes('csp_report'))).toBe(false)
  return Object.fromEntries(other)
}
