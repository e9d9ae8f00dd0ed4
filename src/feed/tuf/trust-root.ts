import type { Result } from '../../order/issue.ts'
import { digestOf } from './bytes.ts'
import { limits, readMetadata } from './metadata.ts'
import { refuse, settle } from './refusal.ts'
import { getFile, metadataPath, type Repository } from './repository.ts'
import { verify } from './signatures.ts'

/** Root files that are looked through for the one that is pinned. */
const mostRoots = 256

/**
 * Takes the root that a pin names as the first one that is trusted: the first version, or any later one, so that a pin set
 * today need not lead through all that was before it.
 *
 * @param pin SHA-256 of the root's file, hexadecimal
 */
export function trustRoot(repository: Repository, pin: string): Promise<Result<void>> {
  return settle(async () => {
    for (let version = 1; version <= mostRoots; version++) {
      const path = metadataPath('root', version)
      const data = await getFile(repository, path, limits.root)
      if (!data) break
      if ((await digestOf(data)) !== pin.toLowerCase()) continue
      const root = readMetadata('root', data, path)
      await verify(root, root.signed.keys, root.signed.roles.root)
      repository.kept.set('root', data)
      return
    }
    refuse(
      'feed-pin',
      'metadata/1.root.json',
      `no root of this repository has the SHA-256 ${pin}: check the address and the fingerprint`,
    )
  })
}
