import { type Bytes, joinBytes } from "../bytes"
import { LinkFailure } from "../link-failure"
import { type CipherState, tagLength } from "./cipher-state"
import { type KeyPair, newKeyPair, publicKeyLength, sharedSecret } from "./diffie-hellman"
import { SymmetricState } from "./symmetric-state"

/**
 * The handshake Noise_NNpsk0_25519_AESGCM_SHA256 (Noise revision 34, §7.4 and §9):
 *
 *     NNpsk0:
 *       -> psk, e
 *       <- e, ee
 *
 * No static keys: whoever holds the psk is the peer. Both ephemeral keys are new each time, so that a psk
 * stolen later opens no session recorded earlier. The initiator knows after the answer that the peer holds
 * the psk *now*; the responder knows it of the initiator only after the first sealed frame, because a first
 * message can be a replay.
 */
export const protocolName = "Noise_NNpsk0_25519_AESGCM_SHA256"

/** Bytes of the pre-shared key. */
export const pskLength = 32

/** Bytes of a handshake message without payload: the ephemeral key and a tag. */
export const handshakeLength = publicKeyLength + tagLength

/**
 * `prologue` is what both sides must agree on though it travels in clear. `payload` is empty in our protocol
 * (only the test vectors carry some): that of the first message could be replayed.
 */
export type HandshakeInput = { psk: Bytes; prologue: Bytes; payload?: Bytes; ephemeral?: KeyPair }

/** One side's ciphers after the handshake, and the hash that both sides share. */
export type Transport = { sending: CipherState; receiving: CipherState; handshakeHash: Bytes; payload: Bytes }

export type Initiation = {
  /** The first message, for the responder. */
  message: Bytes
  /** Takes the responder's answer. Throws `LinkFailure`: `handshake-refused`, `weak-point`. */
  finish(answer: Bytes): Promise<Transport>
}

const nothing = new Uint8Array()

/** Starts a handshake: the first message, and how to go on with the answer. */
export async function initiate(input: HandshakeInput): Promise<Initiation> {
  const symmetric = await start(input)
  const ours = input.ephemeral ?? (await newKeyPair())
  await mixEphemeral(symmetric, ours.publicKey)
  const sealed = await symmetric.encryptAndHash(input.payload ?? nothing)

  const finish = async (answer: Bytes): Promise<Transport> => {
    const theirs = ephemeralOf(answer)
    await mixEphemeral(symmetric, theirs)
    await symmetric.mixKey(await sharedSecret(ours, theirs))
    const payload = await symmetric.decryptAndHash(answer.slice(publicKeyLength))
    const [sending, receiving] = await symmetric.split()
    return { sending, receiving, handshakeHash: symmetric.handshakeHash, payload }
  }
  return { message: joinBytes(ours.publicKey, sealed), finish }
}

/**
 * Answers a first message. Throws `LinkFailure`: `handshake-refused` when the initiator holds another psk,
 * or anything of the message or the prologue was altered; `weak-point`.
 */
export async function respond(input: HandshakeInput, first: Bytes): Promise<Transport & { answer: Bytes }> {
  const symmetric = await start(input)
  const theirs = ephemeralOf(first)
  await mixEphemeral(symmetric, theirs)
  const payload = await symmetric.decryptAndHash(first.slice(publicKeyLength))

  const ours = input.ephemeral ?? (await newKeyPair())
  await mixEphemeral(symmetric, ours.publicKey)
  await symmetric.mixKey(await sharedSecret(ours, theirs))
  const sealed = await symmetric.encryptAndHash(input.payload ?? nothing)
  const [receiving, sending] = await symmetric.split()
  const answer = joinBytes(ours.publicKey, sealed)
  return { answer, sending, receiving, handshakeHash: symmetric.handshakeHash, payload }
}

/** Prologue, then the psk token, which stands first in both directions of NNpsk0. */
async function start({ psk, prologue }: HandshakeInput): Promise<SymmetricState> {
  if (psk.length !== pskLength) throw new RangeError("a psk has 32 bytes")
  const symmetric = SymmetricState.named(protocolName)
  await symmetric.mixHash(prologue)
  await symmetric.mixKeyAndHash(psk)
  return symmetric
}

/** The `e` token; in a psk handshake the key is mixed too, or the psk would seal two messages alike (§9.2). */
async function mixEphemeral(symmetric: SymmetricState, publicKey: Bytes): Promise<void> {
  await symmetric.mixHash(publicKey)
  await symmetric.mixKey(publicKey)
}

function ephemeralOf(message: Bytes): Bytes {
  if (message.length < handshakeLength) throw new LinkFailure("handshake-refused")
  return message.slice(0, publicKeyLength)
}
