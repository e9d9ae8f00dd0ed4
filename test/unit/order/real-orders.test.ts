import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { writ } from '../cli/memory-world.ts'
import expected from '../../fixtures/orders/real/statuses.json' with { type: 'json' }

const folder = 'test/fixtures/orders/real'
const textOf = (id: string) => readFileSync(`${folder}/${id}.json`, 'utf8')
const table: Record<string, Record<string, string>> = {}

/** Kinds of orders that courts have made, with invented parties: `[id, address, {date: status}]`. */
const kinds = expected as [id: string, address: string, statuses: Record<string, string>][]

describe('a kind of order that courts have made', () => {
  it.each(kinds)('%s is valid, and explained at five dates', async (id, address, statuses) => {
    const files = { [`${id}.json`]: textOf(id) }
    const checked = await writ(['check', `${id}.json`], files)
    const [said, ...advice] = checked.out.split('\n')
    expect([checked.code, said]).toEqual([0, `${id}.json: valid`])
    for (const line of advice) expect(line).toMatch(/^  warning: .* \[(?:no-remedy|no-end|covered|addresses-alone)\]$/)
    const found: [string, string][] = []
    for (const at of Object.keys(statuses)) {
      const { out } = await writ(['explain', address, `${id}.json`, '--at', at, '--json'], files)
      found.push([at, JSON.parse(out).explanation.orders[0].status])
    }
    table[id] = Object.fromEntries(found.map(([at, status], nth) => [nth + 1, `${at} ${status}`]))
    expect(Object.fromEntries(found)).toEqual(statuses)
    expect(found).toHaveLength(5)
  })

  it('has its row', () => {
    const files = readdirSync(folder).map((name) => name.replace('.json', ''))
    expect(files.filter((name) => name !== 'statuses').toSorted()).toEqual(kinds.map(([id]) => id).toSorted())
  })

  // oxlint-disable-next-line no-console
  afterAll(() => console.table(table))
})
