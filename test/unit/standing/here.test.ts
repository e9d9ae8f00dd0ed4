import { expect, it } from 'vitest'
import { appliedOrders, here, type EffectiveChoices } from '../../../src/standing/here.ts'
import type { OrderRecord } from '../../../src/standing/record.ts'

const end = 1000
const record = {
  key: 'user:an-order',
  provenance: 'user',
  order: { id: 'an-order' },
  choice: 'apply',
  schedule: [
    { from: null, status: 'in-force' },
    { from: end, status: 'ended' },
  ],
} as unknown as OrderRecord
const settings = { afterTerm: 'stop', choices: {} } as const
const beyond = { choices: { 'an-order': 'apply-beyond-term' }, afterTerm: 'stop' } as const

it.each<[string, Partial<OrderRecord>, EffectiveChoices, number, object]>([
  ['is applied until its last instant', {}, { settings }, end - 1, { status: 'in-force', applied: true }],
  ['stops at its term', {}, { settings }, end, { status: 'ended', applied: false, beyondTerm: false }],
  ['goes beyond its term by choice', {}, { settings: beyond }, end, { beyondTerm: true, byOrganisation: false }],
  [
    'goes beyond its term where an administrator has every order do so',
    {},
    { settings: { ...settings, afterTerm: 'continue' }, locked: ['afterTerm'] },
    end,
    { applied: true, beyondTerm: true, byOrganisation: true, locked: false },
  ],
  [
    'offers no choice where every order is to stop at its term, and this one has',
    {},
    { settings, locked: ['afterTerm'] },
    end,
    { byOrganisation: false, locked: true },
  ],
  [
    'offers a choice before its term has ended',
    {},
    { settings, locked: ['afterTerm'] },
    end - 1,
    { byOrganisation: false, locked: false },
  ],
  [
    'goes on as it was where the clock was set back past its beginning',
    {
      schedule: [
        { from: null, status: 'pending' },
        { from: end, status: 'in-force' },
      ],
    },
    { settings, clockBehind: { seen: end + 10, applied: ['user:an-order'] } },
    0,
    { status: 'in-force', applied: true, at: end + 10 },
  ],
  [
    'that was not applied when the clock was set back is judged by the clock',
    {},
    { settings, clockBehind: { seen: end + 10, applied: ['user:another-order'] } },
    end - 1,
    { status: 'in-force', applied: true, at: end - 1 },
  ],
  ['is a policy’s to decide', { provenance: 'policy' }, { settings }, 0, { byOrganisation: true, locked: true }],
  [
    'is an administrator’s to decide where the choice is locked',
    {},
    { settings, lockedChoices: ['an-order'] },
    0,
    { byOrganisation: true, locked: true },
  ],
  [
    'is listed and not applied as it was put here',
    { choice: 'list' },
    { settings },
    0,
    { choice: 'list', applied: false },
  ],
])('an order %s', (_, values, effective, now, expected) => {
  expect(here({ ...record, ...values }, effective, now)).toMatchObject(expected)
})

it('only those that are applied are enforced', () => {
  const listed = { ...record, choice: 'list' } as const
  expect(appliedOrders([record, listed], { settings }, 0).map((order) => order.record)).toEqual([record])
})
