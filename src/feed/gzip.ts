import type { Bytes } from './tuf/bytes.ts'

/**
 * The most that a document or delta may grow when it is unpacked: more is a bomb. A sorted list of names packs to a
 * third.
 */
const mostRatio = 100

/** A short text may pack well. */
const leastCap = 64 * 1024

/**
 * Unpacks, and stops as soon as there is more than may be.
 *
 * @param most bytes of the unpacked data
 * @returns undefined for what is not gzip, is cut off, or is longer than it may be
 */
export async function unpack(packed: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const cap = Math.min(most, Math.max(packed.length * mostRatio, leastCap))
  const stream = new Blob([packed as Bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  try {
    return await readAtMost(stream, cap)
  } catch {
    return undefined
  }
}

export async function pack(data: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([data as Bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A stream's bytes, counted as they come; undefined, and the stream cancelled, where there are more than `most`. */
export async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > most) {
      await reader.cancel()
      return undefined
    }
    chunks.push(next.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
