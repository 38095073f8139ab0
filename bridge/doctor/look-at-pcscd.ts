import { existsSync } from "node:fs"
import { connect } from "node:net"
import { endianness } from "node:os"
import type { PcscdFacts, SocketAnswer } from "./service"

/** Where pcscd listens; libpcsclite takes the same variable. */
const usualSocket = "/run/pcscd/pcscd.comm"
const socketPath = () => process.env.PCSCLITE_CSOCK_NAME || usualSocket

/** Where distributions install the daemon. */
const daemons = ["/usr/sbin/pcscd", "/usr/bin/pcscd", "/sbin/pcscd", "/usr/local/sbin/pcscd"]

/**
 * The first message of a client of pcscd, `CMD_VERSION` (winscard_msg.h of pcsc-lite): length and number, then
 * version 4.4 and a result. pcscd answers with its own version, whichever was asked, unless polkit refuses: then it
 * closes the connection (winscard_svc.c). The answer has the twelve bytes of the body. Native byte order.
 */
const command = { version: 0x11, bodyBytes: 12, major: 4, minor: 4 }

/** Asks pcscd directly, without the PC/SC library: that tells apart what the library calls one and the same error. */
export async function lookAtPcscd(limitMs: number): Promise<PcscdFacts> {
  return {
    socket: await askSocket(socketPath(), limitMs),
    installed: daemons.some((path) => existsSync(path)),
  }
}

export function askSocket(path: string, limitMs: number): Promise<SocketAnswer> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const answer = (said: SocketAnswer) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(said)
    }
    const timer = setTimeout(() => answer("silent"), limitMs)
    let heard = 0
    socket.on("connect", () => socket.write(versionMessage()))
    socket.on("data", (part) => {
      heard += part.length
      if (heard >= command.bodyBytes) answer("answers")
    })
    socket.on("end", () => answer("refused"))
    socket.on("error", ({ code }: NodeJS.ErrnoException) => answer(byError[code ?? ""] ?? "nobody-listens"))
  })
}

const byError: Record<string, SocketAnswer> = {
  ENOENT: "absent",
  ENOTDIR: "absent",
  EACCES: "denied",
  EPERM: "denied",
  // Closed with our message unread.
  ECONNRESET: "refused",
  EPIPE: "refused",
}

function versionMessage(): Uint8Array {
  const numbers = [command.bodyBytes, command.version, command.major, command.minor, 0]
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, at) => {
    if (endianness() === "LE") bytes.writeUInt32LE(number, at * 4)
    else bytes.writeUInt32BE(number, at * 4)
  })
  return bytes
}
