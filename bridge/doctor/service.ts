import type { ErrorCode } from "../../shared/protocol/errors"
import type { Finding, OwnCode } from "./finding"

/**
 * How the socket of pcscd answered to the first message of its protocol. `refused`: the connection was closed in
 * place of an answer, which pcscd does to whom polkit does not allow. `denied`: the socket may not be opened.
 */
export type SocketAnswer = "answers" | "absent" | "nobody-listens" | "denied" | "refused" | "silent"

/** Of Linux alone; elsewhere the service is a part of the system. */
export type PcscdFacts = { socket: SocketAnswer; installed: boolean }

const bySocket: Record<Exclude<SocketAnswer, "answers" | "absent">, OwnCode> = {
  "nobody-listens": "service-stopped",
  denied: "service-access-denied",
  refused: "service-refuses",
  silent: "service-silent",
}

/** `pcscd` null on another system, where only what the readers say can be known. */
export function findService(pcscd: PcscdFacts | null, trouble: ErrorCode | null): Finding {
  if (pcscd === null) {
    if (trouble === "no-reader-library") return found("doubtful", "service-not-seen")
    return trouble === "no-reader-service"
      ? found("broken", "no-reader-service")
      : found("holds", "service-answers")
  }
  const { socket, installed } = pcscd
  // The readers have the last word: a service that answers us and not them does not hold.
  if (socket === "answers")
    return trouble === "no-reader-service"
      ? found("broken", "no-reader-service")
      : found("holds", "service-answers")
  if (socket !== "absent") return found("broken", bySocket[socket])
  return found("broken", installed ? "service-not-started" : "service-not-installed")
}

function found(state: Finding["state"], code: Finding["code"]): Finding {
  return { link: "service", state, code, detail: {} }
}
