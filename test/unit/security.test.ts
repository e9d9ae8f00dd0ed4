import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }

const text = readFileSync('SECURITY.md', 'utf8')

it('SECURITY.md has a reason for each permission, and for none that is not asked for', () => {
  const reasons = text.slice(text.indexOf('## Why each permission'))
  const named = reasons
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
  const asked = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.host_permissions]
  expect(named.toSorted()).toEqual(asked.toSorted())
})
