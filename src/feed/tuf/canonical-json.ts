/** Deeper than any metadata needs to be, and far from what would exhaust the stack. */
const deepest = 64

/**
 * The canonical form that TUF's signatures are made over: keys sorted, no spaces, whole numbers only, and of all characters
 * only `"` and `\` escaped.
 *
 * @see http://wiki.laptop.org/go/Canonical_JSON
 * @throws RangeError for what has no canonical form: a fraction, a number beyond 2^53, half of a surrogate pair, a value too deep
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepest) throw new RangeError(`is nested more than ${deepest} deep`)
  if (typeof value === 'string') {
    // It would become U+FFFD, and the signature of one text would fit another.
    if (/\p{Surrogate}/u.test(value)) throw new RangeError('holds half a character')
    return `"${value.replaceAll(/["\\]/g, '\\$&')}"`
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`holds a number that is not whole: ${value}`)
    return String(value)
  }
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join()}]`
  const fields = Object.entries(value).toSorted(([a], [b]) => byCodePoint(a, b))
  return `{${fields.map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item, depth + 1)}`).join()}}`
}

/** As other implementations sort; by UTF-16 code unit, which is JavaScript's way, 𝄞 would stand before ﬀ. */
function byCodePoint(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}
