import type { AxeResults, RunOptions } from 'axe-core'
import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** What WCAG 2.2 AA, and good practice, asks of a page and it does not do. */
export async function violations(page: Page): Promise<string[]> {
  // Through the driver: the pages' own policy lets no other script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const results = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(_: RunOptions): Promise<AxeResults> } }).axe.run(options),
    rules,
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`),
  )
}
