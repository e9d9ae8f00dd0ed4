/**
 * A good line to a near server: 40 ms, and 10 Mbit/s. Against pages that come from the same machine at once, an extension
 * would be held to milliseconds that nobody's page is without.
 */
export const lineLatency = 40

/** Text is compressed to about a quarter. @param {number} bytes @returns {import('../harness/internet.mjs').Pace} */
export function overLine(bytes) {
  return { latency: lineLatency, pieces: Math.ceil(bytes / 50_000), pause: 10 }
}
