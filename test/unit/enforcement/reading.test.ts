import { describe, expect, it } from 'vitest'
import { readAgain, readingSignature } from '../../../src/enforcement/reading.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { keptOrders } from './records.ts'

it('the signature shows every key and value that the parser knows, each default time zone, and what is kept of examples', () => {
  const [known, emptied, ...rest] = JSON.parse(readingSignature())
  expect(known).toEqual(expect.arrayContaining(['timeZone', 'decisions[0]', 'ecli', 'targets[2]', 'liftedOn']))
  expect(JSON.stringify(emptied.issues)).toContain('applicant-notice')
  expect(rest).toContainEqual(expect.objectContaining({ one: expect.objectContaining({ FR: 'Europe/Paris' }) }))
  const kept = rest.filter(Array.isArray).filter(([record]: [unknown]) => typeof record === 'object')
  expect(kept.map(([record]: [{ order: { timeZone: string } }]) => record.order.timeZone)).toContain('Europe/Paris')
  const statuses = kept.flatMap(([record]: [{ schedule: { status: string }[] }]) => record.schedule)
  expect(new Set(statuses.map(({ status }: { status: string }) => status))).toEqual(
    new Set(['pending', 'paused', 'in-force', 'unknown', 'ended', 'suspended']),
  )
  expect(kept.every(([record, , chunk]: unknown[]) => record !== undefined && typeof chunk === 'string')).toBe(true)
})

describe('a kept order that is read again', () => {
  const [record] = keptOrders({}).records
  const read = (values: object) => readAgain(record!, JSON.stringify({ ...minimal, ...values }))

  it('is what this version reads in its text', () => expect(read({})).toMatchObject({ id: 'test-order', version: 1 }))

  it.each<[string, object | undefined, string]>([
    ['its text cannot be read', { decisions: [] }, 'decisions'],
    ['its text is now another order', { id: 'other-order' }, 'other-order'],
    ['its text was not kept', undefined, 'not kept'],
  ])('stays as it was read where %s, and says why', (_, values, reason) => {
    const issue = values === undefined ? readAgain(record!, undefined) : read(values)
    expect(issue).toMatchObject({ code: 'order-stays', path: 'test-order' })
    expect('message' in issue && issue.message).toContain(reason)
  })
})
