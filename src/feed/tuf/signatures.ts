import { isSignedBy, publicBytes, type Key } from './keys.ts'
import type { Metadata, Role } from './metadata.ts'
import { refuse } from './refusal.ts'

/**
 * Refuses metadata that fewer of a role's keys have signed than its threshold. Keys are told apart by what they are: one
 * counts once under however many ids it is listed. That an id is the key's digest is not asked, as no other client asks
 * (TAP 12), and some publishers' are not. Other signatures do no harm.
 */
export async function verify(metadata: Metadata<unknown>, keys: ReadonlyMap<string, Key>, role: Role): Promise<void> {
  const { file, signatures, canonical } = metadata
  const signers = new Set<string>()
  for (const keyId of role.keyIds) {
    const [key, signature] = [keys.get(keyId), signatures.get(keyId)]
    if (!key || signature === undefined) continue
    if (await isSignedBy(key, signature, canonical)) signers.add(publicBytes(key))
    if (signers.size >= role.threshold) return
  }
  const wanted = `${role.threshold} of the ${new Set(role.keyIds).size} keys that may`
  refuse('feed-signature', file, `is signed by ${signers.size} of its role's keys, and needs ${wanted}`)
}
