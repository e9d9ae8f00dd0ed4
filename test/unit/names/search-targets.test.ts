import { describe, expect, it } from 'vitest'
import { chunksOf } from '../../../src/names/chunks.ts'
import { matchesIn, needleOf } from '../../../src/names/search-targets.ts'
import type { Order } from '../../../src/order/order.ts'
import { countTargets } from '../../../src/order/targets/counts.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { sharedEffects } from '../../../src/order/targets/effects.ts'
import { placedTargets } from '../../../src/order/targets/placed.ts'
import { valueOf } from '../../../src/order/targets/target.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

function orderOf(values: object): Order {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

function search(order: Order, typed: string): [number, string][] {
  const shared = sharedEffects(order)
  return [...chunksOf(placedTargets(order), shared)]
    .flatMap((chunk, number) => matchesIn(chunk, number, shared, needleOf(typed)))
    .map(({ position, target }) => [position, valueOf(target)])
}

const many = orderOf({ targets: Array.from({ length: 2500 }, (_, at) => `site-${at}.example.com`) })

describe('a search in an order’s targets', () => {
  it('finds part of a name in any chunk, at its position', () => {
    expect(search(many, '-2401.')).toEqual([[2401, 'site-2401.example.com']])
    expect(search(many, 'SITE-99.Example')).toEqual([[99, 'site-99.example.com']])
    expect(search(many, 'nowhere')).toEqual([])
  })

  it('finds a name of another script as it is typed', () => {
    const order = orderOf({ targets: ['café.example.com', 'other.example.com'] })
    expect(search(order, 'Café.example')).toEqual([[0, 'xn--caf-dma.example.com']])
  })

  it('finds addresses, whatever the case of their paths', () => {
    const order = orderOf({ targets: ['a.example.com', { url: 'https://b.example.com/Films' }, { ip: '192.0.2.1' }] })
    expect(search(order, 'films')).toEqual([[1, 'https://b.example.com/Films']])
    expect(search(order, '192.0')).toEqual([[2, '192.0.2.1']])
  })
})

describe('the counts of targets', () => {
  it('tell what is blocked, what is hidden and what is never enforced apart', () => {
    const order = orderOf({
      targets: [
        'a.example.com',
        { host: 'e.example.com:8443' },
        { url: 'https://b.example.com/films' },
        { ip: '192.0.2.1' },
        { url: 'http://192.0.2.1/films' },
        { url: 'http://[2001:db8::1]:8080/' },
      ],
      measures: [
        { kind: 'block', addressees: ['A'] },
        { kind: 'delist', addressees: ['B'], targets: ['c.example.com', 'd.example.com'] },
      ],
    })
    expect(countTargets(order)).toEqual({ domains: 1, hosts: 1, urls: 1, ips: 3, delisted: 2 })
  })
})
