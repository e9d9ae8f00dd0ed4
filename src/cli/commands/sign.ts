import { readFile } from 'node:fs/promises'
import { addSignature, bytesToSign, envelopeBytes, type Envelope } from '../../feed/publishing/envelope.ts'
import { digestOf, fromHex, toHex } from '../../feed/tuf/bytes.ts'
import { derFromRaw } from '../../feed/tuf/ecdsa-signature.ts'
import { isSignedBy, type Key } from '../../feed/tuf/keys.ts'
import { limits, readMetadata, type Kind } from '../../feed/tuf/metadata.ts'
import { settle } from '../../feed/tuf/refusal.ts'
import { exit, UsageError, command, type Exit, type World } from '../command.ts'
import { refuseWith } from '../feed/change-site.ts'
import { readKeys, readPublicKeys } from '../feed/keys.ts'
import { writeWhole } from '../feed/site-folder.ts'

/**
 * `writ sign FILE`: adds signatures to metadata that waits for them; by keys at hand, or by one that lies in hardware or with
 * a service: `--bytes` writes what it has to sign, `--signature` takes what it gives.
 */
export const sign = command<{ keys?: string[]; bytes?: string; signature?: string; by?: string }>({
  name: 'sign',
  takes: '<file>',
  usage: 'FILE',
  does: 'adds signatures to metadata that waits for them',
  options: [
    { flags: '--keys <place>', does: 'a key, or a folder of keys', repeated: true },
    { flags: '--bytes <file>', does: 'writes what is to be signed elsewhere' },
    { flags: '--signature <file>', does: 'takes the signature that was made there' },
    { flags: '--by <key>', does: 'the public key that it is by' },
  ],
  examples: ['writ sign site/pending/root.json --keys keys'],
  async run({ values, positionals }, world) {
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('sign needs one metadata file')
    const read = await readEnvelopeFile(file)
    if (!read.ok) return refuseWith(read.issues, world)
    const envelope = read.value
    if (values.bytes !== undefined) return writeBytes(values.bytes, envelope, world)
    if (values.signature === undefined) return signWithKeys(file, envelope, values.keys ?? [], world)
    if (values.by === undefined) throw new UsageError('--signature needs --by KEY, the public key that it is by')
    return takeSignature(file, envelope, values.signature, values.by, world)
  },
})

function readEnvelopeFile(file: string) {
  return settle(async () => {
    const data = await readFile(file)
    const envelope = JSON.parse(data.toString()) as Envelope
    const kind = envelope.signed?._type as Kind
    readMetadata(Object.hasOwn(limits, kind) ? kind : 'targets', data, file)
    return envelope
  })
}

async function writeBytes(out: string, envelope: Envelope, world: World): Promise<Exit> {
  const bytes = bytesToSign(envelope)
  await writeWhole(out, bytes)
  world.out(`${out}: ${bytes.length} bytes to sign, SHA-256 ${await digestOf(bytes)}`)
  return exit.good
}

async function signWithKeys(file: string, envelope: Envelope, places: readonly string[], world: World): Promise<Exit> {
  const keys = await readKeys(places)
  if (!keys.ok) return refuseWith(keys.issues, world)
  const { signers } = keys.value
  if (signers.length === 0) throw new UsageError('sign needs --keys PLACE, --bytes FILE or --signature FILE')
  for (const signer of signers) addSignature(envelope, signer.keyId, await signer.sign(bytesToSign(envelope)))
  return written(file, envelope, world)
}

async function takeSignature(
  file: string,
  envelope: Envelope,
  signatureFile: string,
  keyFile: string,
  world: World,
): Promise<Exit> {
  const keys = await readPublicKeys([keyFile])
  if (!keys.ok) return refuseWith(keys.issues, world)
  const [keyId, key] = [...keys.value][0]!
  const signature = await fittingForm(key, await readFile(signatureFile), envelope)
  if (signature === undefined) {
    const message = `is not by ${keyFile} over these bytes: sign what --bytes writes, to the letter`
    return refuseWith([{ code: 'feed-signature', path: signatureFile, message }], world)
  }
  addSignature(envelope, keyId, signature)
  return written(file, envelope, world)
}

/** Tools give a signature as bytes or as hexadecimal digits, and an ECDSA one in either form. */
async function fittingForm(key: Key, given: Buffer, envelope: Envelope): Promise<string | undefined> {
  const bytes = fromHex(given.toString().trim()) ?? given
  for (const form of [bytes, derFromRaw(bytes)])
    if (await isSignedBy(key, toHex(form), bytesToSign(envelope))) return toHex(form)
  return undefined
}

async function written(file: string, envelope: Envelope, world: World): Promise<Exit> {
  await writeWhole(file, envelopeBytes(envelope))
  world.out(`${file}: ${envelope.signatures.length} signatures`)
  return exit.good
}
