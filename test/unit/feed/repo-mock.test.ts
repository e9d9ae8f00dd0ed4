import { initializeTUFRepo, tufHandlers } from '@tufjs/repo-mock'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/feed/tuf/bytes.ts'
import type { Repository } from '../../../src/feed/tuf/repository.ts'
import { findAllTargets, findTarget, readTarget } from '../../../src/feed/tuf/search.ts'
import { trustRoot } from '../../../src/feed/tuf/trust-root.ts'
import { update } from '../../../src/feed/tuf/update.ts'
import { valueOf } from './value-of.ts'

const names = ['orders/a.json.gz', 'orders/court/b.json.gz']
const made = initializeTUFRepo(names.map((name) => ({ name, content: `the content of ${name}` })))
const handlers = tufHandlers(made, { metadataPathPrefix: '/metadata', targetPathPrefix: '/targets' })
const files = new Map(
  handlers.flatMap(({ path, fn }) => {
    const { statusCode, response } = fn()
    return statusCode === 200 ? [[path, new Uint8Array(Buffer.from(response))] as const] : []
  }),
)

const repository = (): Repository => ({
  get: async (path) => ({ ok: true, value: files.get(`/${path}`), warnings: [] }),
  kept: new Map(),
  now: Date.now(),
})

describe('a repository that @tufjs/repo-mock makes', () => {
  it('is read, file by file', async () => {
    const place = repository()
    valueOf(await trustRoot(place, await digestOf(files.get('/metadata/1.root.json')!)))
    const trusted = valueOf(await update(place))
    expect([...(await findAllTargets(place, trusted)).targets.keys()].toSorted()).toEqual(names)
    for (const name of names) {
      const target = valueOf(await findTarget(place, trusted, name))
      const data = valueOf(await readTarget(place, trusted, name, target!))
      expect(new TextDecoder().decode(data)).toBe(`the content of ${name}`)
    }
    expect(valueOf(await findTarget(place, trusted, 'orders/c.json.gz'))).toBeUndefined()
  })

  it('is refused under another pin', async () => {
    expect(await trustRoot(repository(), '0'.repeat(64))).toMatchObject({ ok: false, issues: [{ code: 'feed-pin' }] })
  })
})
