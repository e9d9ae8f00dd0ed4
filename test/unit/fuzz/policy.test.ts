import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseOrderText } from '../../../src/order/reading/parse.ts'
import { readPolicy } from '../../../src/policy/policy.ts'
import { long } from '../../deep/share.ts'
import { orderText } from '../deployment/expanded.ts'
import { fuzz } from './fuzz.ts'

type Reading = (value: unknown) => unknown

const blankless = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : value)
const yes: unknown[] = [true, 1, 'true', '1']
const no: unknown[] = [false, 0, 'false', '0']
const onOrOff: Reading = (value) => {
  if (yes.includes(blankless(value))) return true
  return no.includes(blankless(value)) ? false : undefined
}
const oneOf =
  (...words: string[]): Reading =>
  (value) =>
    typeof value === 'string' ? words.find((word) => word === blankless(value)) : undefined
const line: Reading = (value) => (typeof value === 'string' && !/[\n\u202e\u200b]/.test(value) ? value : undefined)
const page: Reading = (value) => (typeof value === 'string' && /^https?:\/\/[a-z.]+/.test(value) ? value : undefined)
/** Any host: a protected name is no target. */
function protectedName(written: string): string | undefined {
  const host = written
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/.*/, '')
    .toLowerCase()
    .replace(/\.$/, '')
  return /^[a-z_][\w.-]*$/.test(host) ? host : undefined
}
const names: Reading = (value) => {
  const list = typeof value === 'string' ? value.split('\n').filter((one) => one.trim() !== '') : value
  // One object, where a list of them was meant, is the list of it.
  if (typeof list !== 'object' || list === null) return undefined
  return (Array.isArray(list) ? list : [list])

    .flatMap((one) => (typeof one === 'string' ? [protectedName(one)] : []))
    .filter((one) => one !== undefined)
}

/** The slow reference: each setting by itself, as docs/deploy.md describes it. */
const readings: Record<string, Reading> = {
  afterTerm: oneOf('stop', 'continue'),
  scope: oneOf('every', 'addressed'),
  neverContact: onOrOff,
  allowUserOrders: onOrOff,
  disableFirstRunPage: onOrOff,
  supportName: line,
  supportContact: line,
  supportUrl: page,
  protectedNames: names,
}

const host = fc.constantFrom('a.tv', 'A.TV.', 'com', 'a_b.tv', 'co.uk', 'x.github.io', '', 'a b.tv', ' b.example ')
const written = fc.oneof(
  fc.constantFrom<unknown>(...yes, ...no, 'TRUE ', 'yes', 2, null, {}, [[]]),
  fc.constantFrom<unknown>('stop', ' Continue', 'every', 'ADDRESSED', 'all', 'Help desk', 'a\nb', 'a\u202eb'),
  fc.constantFrom<unknown>('https://a.tv/x', 'http://a.tv/', 'javascript:alert(1)', 'mailto:a@a.tv'),
  fc.array(fc.oneof(host, fc.constantFrom<unknown>(1, null, {})), { maxLength: 5 }),
  fc.array(host, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n')),
)
const order = fc.constantFrom<[unknown, string?]>(
  [orderText({ id: 'one-order' }), 'one-order'],
  [JSON.parse(orderText({ id: 'two-orders' })), 'two-orders'],
  ['{'],
  [orderText({ id: 'third-order', targets: ['com'] })],
  [7],
)
const policy = fc.record({
  values: fc.dictionary(fc.constantFrom(...Object.keys(readings), 'unknownKey', '__proto__'), written, { maxKeys: 6 }),
  orders: fc.uniqueArray(order, { maxLength: 4 }),
})

it('a policy sets what the slow reference reads, and says the rest', long, async ({ annotate }) => {
  const floors = { 'all taken': 0.02, 'partly taken': 0.3 }
  const figures = fuzz(policy, 5000, floors, ({ values, orders }) => {
    const read = readPolicy({ ...values, orders: orders.map(([one]) => one) }, parseOrderText)
    const expected = Object.entries(values).flatMap(([key, value]) => {
      const meant = Object.hasOwn(readings, key) ? readings[key]!(value) : undefined
      return meant === undefined ? [] : [[key, meant] as const]
    })
    expect(read.settings).toEqual(Object.fromEntries(expected))
    expect(read.orders.map((one) => one.order.id)).toEqual(orders.flatMap(([, id]) => id ?? []))
    const left = Object.keys(values).filter((key) => !expected.some(([taken]) => taken === key))
    const said = new Set(read.issues.map(({ path }) => path.split(/[.[]/)[0]))
    for (const key of left) expect([...said]).toContain(key)
    orders.forEach(([, id], at) => {
      const about = read.issues.filter(({ path }) => path.startsWith(`orders[${at}]`))
      expect(about.length > 0).toBe(id === undefined)
    })
    return read.issues.length > 0 ? 'partly taken' : 'all taken'
  })
  await annotate(figures)
})
