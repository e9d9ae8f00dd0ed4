import { afterAll, beforeAll } from 'vitest'
import { startInternet, type Internet } from '../harness/internet.mjs'
import { openStage, type Stage } from './stage.mjs'

type Options = Omit<Parameters<typeof openStage>[1], 'internet'>

/** A stage in Chromium for the tests of a file or a group: there before the first of them, gone after the last. */
export function staged(options: Options): () => Stage {
  let internet: Internet
  let stage: Stage
  beforeAll(async () => {
    internet = await startInternet()
    stage = await openStage('chromium', { internet, ...options })
  })
  afterAll(async () => {
    await stage.close()
    await internet.close()
  })
  return () => stage
}
