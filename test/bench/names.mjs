/** The same names in every run: like those of real lists, no two of them the same. @param {number} count */
export function namesOf(count) {
  return Array.from({ length: count }, (_, at) => nameOf(at))
}

/** Multiplying by an odd number permutes the 32-bit integers (Knuth): no name comes twice. @param {number} at */
export function nameOf(at) {
  return `site-${(Math.imul(at, 2654435761) >>> 0).toString(36)}.example${at % 997}.com`
}
