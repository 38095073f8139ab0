/**
 * What we use of the native package, with the types that its own declarations leave open. Here and not in the
 * package, so that the types check on a machine where it could not be compiled (see `pcsclite.d.ts`).
 */
export type Failure = Error | null | undefined

export interface NativeReader {
  readonly name: string
  /** Set by the package; see `pcsc-slot.ts` for why we may have to clear it. */
  connected: boolean
  on(event: "status", listener: (status: { state: number; atr?: Uint8Array }) => void): unknown
  on(event: "error", listener: (error: Error) => void): unknown
  on(event: "end", listener: () => void): unknown
  connect(
    options: { share_mode: number; protocol: number },
    done: (error: Failure, protocol: number) => void,
  ): void
  disconnect(disposition: number, done: (error: Failure) => void): void
  transmit(
    command: Uint8Array,
    maxResponseBytes: number,
    protocol: number,
    done: (error: Failure, response: Uint8Array) => void,
  ): void
  close(): void
}

/** Speaks by events; dead after `error`. */
export interface NativeService {
  on(event: "reader", listener: (reader: NativeReader) => void): unknown
  on(event: "error", listener: (error: Error) => void): unknown
  close(): void
}

/** Throws where the service does not answer. */
export type OpenService = () => NativeService
