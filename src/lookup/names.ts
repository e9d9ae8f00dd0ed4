/**
 * The names under which an entry could cover `host`: itself and each parent of at least two labels, longest first.
 * Labels are compared, not letters:
 *
 *   www.dpstream.tv           www.dpstream.tv, dpstream.tv
 *   notdpstream.tv            notdpstream.tv
 *   dpstream.tv.example.com   dpstream.tv.example.com, tv.example.com, example.com
 *
 * A single label is never asked for: no order may list a top-level domain.
 */
export function suffixesOf(host: string): string[] {
  const names: string[] = []
  let from = 0
  for (;;) {
    const dot = host.indexOf('.', from)
    if (dot < 0) return names
    names.push(host.slice(from))
    from = dot + 1
  }
}

/** 32-bit FNV-1a over the name's UTF-16 code units with a final avalanche (MurmurHash3's fmix32). Unsigned. */
export function hashName(name: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) | 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
