import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orderText } from '../harness/orders.mjs'
import { namesOf } from './names.mjs'
import { midmean, row } from './rows.mjs'

/** Forms with a line a name, and with two. */
const forms = ['unbound', 'hosts']

/**
 * `writ export` of an order of many names against `writ check` of the same document, in turns.
 *
 * @param {number} size
 * @returns {import('./rows.mjs').Row[]}
 */
export function exporting(size) {
  const folder = mkdtempSync(join(tmpdir(), 'writ-bench-'))
  const order = join(folder, 'order.json')
  writeFileSync(order, orderText({ id: 'big-order', targets: namesOf(size) }))
  /** @type {Map<string, number[]>} */
  const took = new Map(['check', ...forms].map((one) => [one, []]))
  for (let round = 0; round < 5; round++) {
    took.get('check')?.push(msOf(['check', order]))
    for (const form of forms)
      took.get(form)?.push(msOf(['export', order, '--for', form, '--out', join(folder, form), '--at', '2024-06-01']))
  }
  rmSync(folder, { recursive: true })
  const base = midmean(took.get('check') ?? [])
  return forms.map((form) =>
    row(`${size} names: writ export for ${form} / writ check`, midmean(took.get(form) ?? []), base, 2.5),
  )
}

/** Milliseconds from the command's start to its end. @param {string[]} args */
function msOf(args) {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/writ.js', ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}
