import { type DestinationStream, destination, type Level, pino } from "pino"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { LinkFailureReason } from "../../shared/protocol/link-failure"
import { type CodePlace, describeDefect, type ErrorClass } from "./defect"
import type { GateRefusal } from "./gate"

/** Why a connection ended, in our words; outside there is only a close code. */
export type EndReason =
  | LinkFailureReason
  | "handshake-timeout"
  | "pairing-code-gone"
  | "version-mismatch"
  | "paired"
  | "revoked"
  | "slow"
  | "silent"
  | "socket-error"
  | "closed-by-client"
  | "stopping"

/**
 * Everything that this program ever writes in its log. There is no free text and no field that could hold a
 * card, a person, a key or a client's name: only codes of closed lists, counts and ports, and two kinds of text that
 * `defect.ts` alone can make. That is how the log can be sent with a report without being read first.
 */
export type LogEvent =
  | { event: "listening"; port: number; mode: "live" | "training" }
  | { event: "port-passed-over"; port: number }
  | { event: "stopped" }
  | { event: "refused"; reason: GateRefusal | EndReason; count: number }
  | { event: "connected"; connection: number; connections: number }
  | { event: "authenticated"; connection: number }
  | { event: "ended"; connection: number; reason: EndReason; connections: number }
  | { event: "wrong-pairing-code"; triesLeft: number }
  | { event: "client-paired"; clients: number }
  | { event: "file-damaged"; file: "client" | "pairing" }
  | { event: "watch-lost" }
  | { event: "readers"; trouble: ErrorCode | null; readers: number; cards: number }
  /** A defect: the class of the error and the place in our code, never its message. */
  | { event: "unexpected"; error: ErrorClass; place: CodePlace | "unknown" }

export type Log = (event: LogEvent) => void

const levels: Partial<Record<LogEvent["event"], Level>> = {
  "port-passed-over": "debug",
  readers: "debug",
  connected: "debug",
  refused: "warn",
  "wrong-pairing-code": "warn",
  "file-damaged": "warn",
  "watch-lost": "warn",
  unexpected: "error",
}

/**
 * The log on standard error, one JSON object a line. Writing never blocks the daemon: when nobody reads,
 * lines beyond 64 KiB are dropped. `verbose` shows more events, never more about each.
 */
export function openLog(options: { verbose: boolean }): Log & { flush(): void } {
  const stream = destination({ dest: 2, sync: false, maxLength: 64 * 1024 })
  return Object.assign(logTo(stream, options), { flush: () => stream.flushSync() })
}

export function logTo(stream: DestinationStream, options: { verbose: boolean }): Log {
  const logger = pino({ base: null, level: options.verbose ? "debug" : "info" }, stream)
  return (event) => logger[levels[event.event] ?? "info"](event)
}

export function unexpected(thrown: unknown): LogEvent {
  const { error, places } = describeDefect(thrown)
  return { event: "unexpected", error, place: places[0] ?? "unknown" }
}
