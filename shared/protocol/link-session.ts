import { type Bytes, utf8 } from "./bytes"
import { asLinkFailure, LinkFailure } from "./link-failure"
import { frameLimit } from "./messages"
import { tagLength } from "./noise/cipher-state"
import type { Transport } from "./noise/nnpsk0"
import { SealedSession } from "./noise/session"
import { Turns } from "./turns"

/** A frame as a WebSocket gives it: text, or bytes (`binaryType` "arraybuffer"). */
export type IncomingFrame = string | ArrayBuffer | Bytes
export type OutgoingFrame = string | Bytes

/** What a session tells its owner. At most one `failed`, and nothing after it. */
export type SessionEvents<Incoming> = {
  /** Put this frame on the socket now: frames come in the order in which they must travel. */
  transmit(frame: OutgoingFrame): void
  /** The handshake is done: messages may travel. */
  ready(): void
  /** An authentic message of the peer, checked against its schema, in the order of sending. */
  message(message: Incoming): void
  /** The session is dead: close the socket. */
  failed(failure: LinkFailure): void
}

/** How one side comes from a first incoming frame to a pair of ciphers. */
export type Handshake = (
  frame: IncomingFrame,
) => Promise<Pick<Transport, "sending" | "receiving"> & { answer?: Bytes }>

/** What one side reads, and how much. */
export type Traffic<Incoming> = {
  schema: { safeParse(value: unknown): { data?: Incoming | undefined } }
  /** Whether an authentic message that does not fit the schema may stay unread: a newer peer's, beyond what we know. */
  passesOver?(message: unknown): boolean
  /** Bytes of any incoming frame; `frameLimit` says more once it is known which message it holds. */
  maxIncomingBytes: number
  /** Incoming frames that may wait for their turn: a peer that sends faster is flooding us. */
  maxWaiting: number
}

/**
 * One side of a link, whatever carries its frames: handshake, then sealed JSON messages. Everything happens
 * in the order of the calls although the cryptography is asynchronous. `client-session.ts` and
 * `bridge-session.ts` make the two sides.
 */
export class LinkSession<Incoming extends { type: string }, Outgoing extends { type: string }> {
  readonly #incoming = new Turns()
  readonly #outgoing = new Turns()
  readonly #established: Promise<SealedSession | null>
  #establish: (session: SealedSession | null) => void = () => undefined
  #session: SealedSession | null = null
  #ended = false

  constructor(
    private readonly handshake: Handshake,
    private readonly traffic: Traffic<Incoming>,
    private readonly events: SessionEvents<Incoming>,
  ) {
    this.#established = new Promise((resolve) => {
      this.#establish = resolve
    })
  }

  /** Takes the next frame of the socket. Never throws: what is wrong comes as `failed`. */
  receive(frame: IncomingFrame): void {
    if (this.#ended) return
    if (this.#incoming.waiting >= this.traffic.maxWaiting) {
      this.fail(new LinkFailure("flooded"))
      return
    }
    this.#incoming.take(() => this.#take(frame)).catch((thrown) => this.fail(asLinkFailure(thrown)))
  }

  /**
   * Seals a message and transmits it, after the handshake if that is not done yet. Settles when the frame was
   * handed over, or when the session had ended before; never rejects.
   */
  async send(message: Outgoing): Promise<void> {
    await this.#outgoing
      .take(() => this.#seal(message))
      .catch((thrown: unknown) => this.fail(asLinkFailure(thrown)))
  }

  /** Transmits a frame in clear: the opening. */
  transmitNow(frame: OutgoingFrame): void {
    if (!this.#ended) this.events.transmit(frame)
  }

  /**
   * Settles when every frame that came so far has been handled. For a socket that was closed: the last message
   * (`paired`, `error`) comes right before the close, and opening it takes longer than noticing the close.
   */
  async drained(): Promise<void> {
    await this.#incoming.take(async () => undefined)
  }

  /** Forgets the session, quietly: no event comes any more. For a socket that was closed. */
  end(): void {
    this.#ended = true
    this.#establish(null)
  }

  /** Ends the session and says why. */
  fail(failure: LinkFailure): void {
    if (this.#ended) return
    this.end()
    this.events.failed(failure)
  }

  async #take(frame: IncomingFrame): Promise<void> {
    if (this.#ended) return
    if (lengthOf(frame) > this.traffic.maxIncomingBytes) throw new LinkFailure("frame-too-long")
    if (this.#session === null) return this.#shakeHands(frame)
    if (typeof frame === "string") throw new LinkFailure("out-of-turn")
    const plaintext = await this.#session.open(new Uint8Array(frame))
    const content = readJson(plaintext)
    const message = this.traffic.schema.safeParse(content).data
    if (message === undefined && !this.traffic.passesOver?.(content)) throw new LinkFailure("bad-message")
    if (lengthOf(frame) > frameLimit(message)) throw new LinkFailure("frame-too-long")
    if (message !== undefined && !this.#ended) this.events.message(message)
  }

  async #shakeHands(frame: IncomingFrame): Promise<void> {
    const { answer, ...ciphers } = await this.handshake(frame)
    if (this.#ended) return
    this.#session = new SealedSession(ciphers)
    if (answer) this.events.transmit(answer)
    this.#establish(this.#session)
    this.events.ready()
  }

  async #seal(message: Outgoing): Promise<void> {
    const session = await this.#established
    if (session === null || this.#ended) return
    const plaintext = utf8(JSON.stringify(message))
    if (plaintext.length + tagLength > frameLimit(message)) throw new LinkFailure("frame-too-long")
    const frame = await session.seal(plaintext)
    if (!this.#ended) this.events.transmit(frame)
  }
}

function lengthOf(frame: IncomingFrame): number {
  return typeof frame === "string" ? frame.length : frame.byteLength
}

function readJson(plaintext: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext))
  } catch (cause) {
    throw new LinkFailure("bad-message", { cause })
  }
}
