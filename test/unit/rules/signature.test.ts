import { expect, it } from 'vitest'
import { capabilities } from '../../../src/rules/capabilities.ts'
import { priorities } from '../../../src/rules/rule.ts'
import { ruleShape } from '../../../src/rules/signature.ts'

const options = { page: 'chrome-extension://id/blocked.html', capabilities: capabilities.chrome }

it('is another with another page, with none, and with another idea of the browser', () => {
  const shapes = [
    options,
    { ...options, page: 'chrome-extension://id/other.html' },
    { ...options, page: undefined },
    { ...options, capabilities: { ...capabilities.chrome, dynamicRules: 5_000 } },
    { ...options, capabilities: { ...capabilities.chrome, resourceTypes: ['main_frame'] as const } },
    { ...options, capabilities: capabilities.firefox },
  ].map(ruleShape)
  expect(new Set(shapes).size).toBe(shapes.length)
  expect(ruleShape(options)).toBe(shapes[0])
})

it('shows each kind of rule, and targets that have none', () => {
  const [{ rules, limitations }] = JSON.parse(ruleShape(options))
  const kinds = rules.map(({ priority, action }: { priority: number; action: { type: string } }) => [
    action.type,
    priority,
  ])
  for (const kind of [
    ['allow', priorities.block],
    ['redirect', priorities.explain],
    ['block', priorities.block],
  ])
    expect(kinds).toContainEqual(kind)
  for (const part of ['excludedRequestDomains', 'films^"', '%A9/"', '%a9/"', 'https://c.example./'])
    expect(JSON.stringify(rules)).toContain(part)
  expect(limitations.map(({ code }: { code: string }) => code)).toEqual([
    'host-not-in-rules',
    'url-not-in-rules',
    'ip-not-enforced',
  ])
})
