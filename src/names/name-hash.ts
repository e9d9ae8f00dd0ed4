/** 32-bit FNV-1a over the name's UTF-16 code units with a final avalanche. Unsigned. */
export function hashName(name: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) | 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return avalanche(hash)
}

/** MurmurHash3's fmix32: each bit of a number of 32 bits changes about half of the bits of its hash. Unsigned. */
export function avalanche(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
