import { utf8, type Bytes } from '../tuf/bytes.ts'
import { canonicalJson } from '../tuf/canonical-json.ts'
import { isSignedBy, publicBytes, type Key } from '../tuf/keys.ts'
import type { Kind } from '../tuf/metadata.ts'
import type { Signer } from './signer.ts'

/** A metadata file as it is written. */
export interface Envelope<Signed extends SignedPart = SignedPart> {
  signatures: { keyid: string; sig: string }[]
  signed: Signed
}

export interface SignedPart {
  _type: Kind
  spec_version: string
  version: number
  expires: string
}

export interface RolePart {
  keyids: string[]
  threshold: number
}

export interface RootPart extends SignedPart {
  consistent_snapshot: boolean
  keys: Record<string, Key>
  roles: Record<Kind, RolePart>
}

export interface TargetsPart extends SignedPart {
  targets: Record<string, TargetPart>
  delegations?: { keys: Record<string, Key>; roles: DelegationPart[] }
}

export interface TargetPart {
  length: number
  hashes: { sha256: string }
  custom: { version: number; length: number; sha256: string; deltas?: { from: number; length: number }[] }
}

export interface DelegationPart extends RolePart {
  name: string
  terminating: boolean
  paths: string[]
}

export interface FilesPart extends SignedPart {
  meta: Record<string, { version: number }>
}

/** The keys and the threshold that a role's signatures have to fit. */
export interface Signing {
  keys: Record<string, Key>
  role: RolePart
}

const day = 24 * 60 * 60 * 1000

/** Days for which metadata of each kind is good. The online key's is short: a copy that is held back is noticed by then. */
const daysOf: Record<Kind, number> = { root: 365, targets: 365, snapshot: 365, timestamp: 7 }

/** The fields of every kind, for a version that is made now. */
export function partOf<K extends Kind>(kind: K, version: number, now: number): SignedPart & { _type: K } {
  const expires = new Date(now + daysOf[kind] * day).toISOString().replace(/\.\d+Z$/, 'Z')
  return { _type: kind, spec_version: '1.0.34', version, expires }
}

/** Whether what people sign should be signed anew, while there is time. */
export function expiresSoon({ signed }: Envelope, now: number): boolean {
  return Date.parse(signed.expires) < now + 30 * day
}

/** The bytes that are signed. */
export function bytesToSign({ signed }: Envelope): Bytes {
  return utf8(canonicalJson(signed))
}

export function envelopeBytes(envelope: Envelope): Bytes {
  return utf8(`${JSON.stringify(envelope)}\n`)
}

/** Adds the signatures that these signers can give and that count for one of the roles. */
export async function signWith(
  envelope: Envelope,
  signers: readonly Signer[],
  signings: readonly Signing[],
): Promise<void> {
  const data = bytesToSign(envelope)
  for (const signer of signers)
    if (signings.some(({ role }) => role.keyids.includes(signer.keyId)))
      addSignature(envelope, signer.keyId, await signer.sign(data))
}

export function addSignature(envelope: Envelope, keyId: string, sig: string): void {
  envelope.signatures = [...envelope.signatures.filter(({ keyid }) => keyid !== keyId), { keyid: keyId, sig }]
}

/** How many more keys of a role have to sign. */
export async function missingSignatures(envelope: Envelope, { keys, role }: Signing): Promise<number> {
  const data = bytesToSign(envelope)
  const signers = new Set<string>()
  for (const { keyid, sig } of envelope.signatures) {
    const key = role.keyids.includes(keyid) ? keys[keyid] : undefined
    if (key && (await isSignedBy(key, sig, data))) signers.add(publicBytes(key))
  }
  return Math.max(0, role.threshold - signers.size)
}
