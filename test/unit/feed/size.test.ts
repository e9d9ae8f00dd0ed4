import { gzipSync } from 'node:zlib'
import { resolve } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, it } from 'vitest'

/** The client: metadata, documents, deltas, and what is held. Asking a server and the time of it come on top. */
const client = `
export { readFeed } from '${resolve('src/feed/read-feed.ts')}'
export { judgeChange } from '${resolve('src/feed/held.ts')}'
`

it('takes at most 8 KB of the background, packed', async () => {
  const id = 'feed-client.ts'
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'feed-client',
        resolveId: (wanted) => (wanted === id ? id : undefined),
        load: (wanted) => (wanted === id ? client : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'chrome137',
      rolldownOptions: { input: id, preserveEntrySignatures: 'strict' },
      modulePreload: false,
    },
  })
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('')
  expect(code).toContain('snapshot')
  expect(gzipSync(code).length).toBeLessThanOrEqual(8 * 1024)
}, 60_000)
