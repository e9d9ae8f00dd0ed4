import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { compose, type SiteFile } from '../../../src/feed/publishing/compose.ts'
import { bytesToSign, envelopeBytes, type Envelope } from '../../../src/feed/publishing/envelope.ts'
import { publishDocuments } from '../../../src/feed/publishing/publish.ts'
import { firstRoot } from '../../../src/feed/publishing/roles.ts'
import { makePrivateKey, signerOf, type SchemeName, type Signer } from '../../../src/feed/publishing/signer.ts'
import { readSite, type Site } from '../../../src/feed/publishing/site.ts'
import { digestOf } from '../../../src/feed/tuf/bytes.ts'
import type { Kind } from '../../../src/feed/tuf/metadata.ts'
import type { Repository } from '../../../src/feed/tuf/repository.ts'
import { trustRoot } from '../../../src/feed/tuf/trust-root.ts'
import { update } from '../../../src/feed/tuf/update.ts'
import { valueOf } from './value-of.ts'

export const now = Date.parse('2026-12-01T12:00:00Z')

export const minute = 60 * 1000
export const day = 24 * 60 * minute

export const order = (version: number, targets: unknown[] = ['blocked.example.org'], id = minimal.id) => ({
  file: `${id}.json`,
  text: JSON.stringify({ ...minimal, id, version, targets }),
})

export async function signer(scheme: SchemeName = 'ed25519'): Promise<Signer> {
  return (await signerOf(await makePrivateKey(scheme)))!
}

export async function roleSigners(scheme?: SchemeName): Promise<Record<Kind, Signer>> {
  const made = await Promise.all([signer(scheme), signer(scheme), signer(scheme), signer(scheme)])
  return { root: made[0], targets: made[1], snapshot: made[2], timestamp: made[3] }
}

/** A feed in memory whose publisher has every key, and does with them what a test wants. */
export class Forge {
  readonly files = new Map<string, Uint8Array>()
  readonly read = async (path: string) => this.files.get(path)
  /** Requests, in their order. */
  readonly asked: string[] = []

  private constructor(
    readonly signers: Record<Kind, Signer>,
    /** Epoch ms by the publisher's clock. */
    public now: number,
  ) {}

  static async start(signers?: Record<Kind, Signer>, at = now): Promise<Forge> {
    const forge = new Forge(signers ?? (await roleSigners()), at)
    await forge.publish(order(1))
    return forge
  }

  async site(): Promise<Site> {
    const known = valueOf(await readSite(this.read))
    if (known) return known
    const roles = Object.entries(this.signers).map(([kind, { keyId, key }]) => [
      kind,
      { keys: new Map([[keyId, key]]), threshold: 1 },
    ])
    return { read: this.read, root: firstRoot(Object.fromEntries(roles), this.now), targets: new Map() }
  }

  async publish(...sources: { file: string; text: string }[]): Promise<void> {
    const site = await this.site()
    const change = valueOf(await publishDocuments(site, 'targets', sources, this.now))!
    const drafts = { targets: new Map([['targets', change.envelope]]), ...(site.timestamp ? {} : { root: site.root }) }
    const { files, missing } = await compose(site, drafts, Object.values(this.signers), this.now)
    if (missing.length > 0) throw new Error('a signature is missing')
    this.put([...change.files, ...files])
  }

  put(files: readonly SiteFile[]): void {
    for (const { path, data } of files) this.files.set(path, data)
  }

  envelope(path: string): Envelope {
    return JSON.parse(new TextDecoder().decode(this.files.get(path)))
  }

  /** Changes what a file signs, and signs it anew. */
  // oxlint-disable-next-line typescript/no-explicit-any
  async resign(path: string, by: readonly Signer[], change: (signed: any) => void = () => {}): Promise<void> {
    const envelope = this.envelope(path)
    change(envelope.signed)
    const bytes = bytesToSign(envelope)
    envelope.signatures = await Promise.all(by.map(async (one) => ({ keyid: one.keyId, sig: await one.sign(bytes) })))
    this.files.set(path, envelopeBytes(envelope))
  }

  /** Changes a file as whoever carries it may: without keys. */
  tamper(path: string, change: (text: string) => string): void {
    this.files.set(path, new TextEncoder().encode(change(new TextDecoder().decode(this.files.get(path)))))
  }

  repository(kept: Iterable<[string, Uint8Array]> = [], at = this.now + minute): Repository {
    return {
      get: async (path) => {
        this.asked.push(path)
        return { ok: true, value: this.files.get(path), warnings: [] }
      },
      kept: new Map(kept),
      now: at,
    }
  }

  async pin(): Promise<string> {
    return digestOf(this.files.get('metadata/1.root.json')!)
  }

  /** A browser that knows the feed as it is now. */
  async reader(): Promise<Repository> {
    const repository = this.repository()
    valueOf(await trustRoot(repository, await this.pin()))
    valueOf(await update(repository))
    return repository
  }
}
