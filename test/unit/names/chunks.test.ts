import { describe, expect, it } from 'vitest'
import { chunkOf, chunksOf, targetAt, targetsIn, targetsPerChunk } from '../../../src/names/chunks.ts'
import type { PlacedTarget } from '../../../src/order/targets/placed.ts'

const shared = { block: true, delist: false }
const annotated = { domain: 'noted.example', note: { en: 'Named in full' } }
const placed: PlacedTarget[] = Array.from({ length: 2 * targetsPerChunk + 3 }, (_, at) => ({
  target: at % 7 === 3 ? annotated : `name-${at}.example`,
  effects: at % 11 === 5 ? { block: false, delist: true } : shared,
}))
const chunks = [...chunksOf(placed, shared)]

describe('chunks of targets', () => {
  it('give every target back as it was', () => {
    expect(chunks).toHaveLength(3)
    expect(chunks.flatMap((chunk) => [...targetsIn(chunk, shared)])).toEqual(placed)
  })

  it('give one target back by its position', () => {
    for (const position of [0, 3, 5, 999, 1000, 1003, 2002])
      expect(targetAt(position, chunks[chunkOf(position)]!)).toEqual(placed[position]!.target)
    expect(targetAt(2003, chunks[chunkOf(2003)]!)).toBeUndefined()
  })
})
