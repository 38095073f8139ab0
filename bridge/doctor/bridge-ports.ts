import type { Finding, State } from "./finding"

/**
 * What is on one of our ten ports. `bridge`: the version that a dmp-bridge gave. `reserved`: nobody listens, and yet
 * nobody may (Windows keeps ranges for Hyper-V and WSL). `owner`: whose process listens, null where it can't be told;
 * `program`: its name.
 */
export type PortFacts = {
  port: number
  holds: "free" | "reserved" | { bridge: string } | "other"
  owner: "this-user" | "other-user" | null
  program: string | null
}

/** `version`: our own. */
export function findBridge(ports: readonly PortFacts[], version: string): Finding {
  const bridges = ports.flatMap(({ port, holds, owner }) =>
    typeof holds === "object" && owner !== "other-user" ? [{ port, version: holds.bridge, owner }] : [],
  )
  const squatted = ports.filter(isSquatted).map(nameOf)
  const others = squatted.length > 0 ? { squatted } : {}
  const found = (state: State, code: Finding["code"], detail: Finding["detail"] = {}): Finding => ({
    link: "bridge",
    state,
    code,
    detail: { ...detail, ...others },
  })
  // Ours before one that may be anybody's.
  const bridge = bridges.find(({ owner }) => owner === "this-user") ?? bridges[0]
  if (bridge) {
    const detail = { version: bridge.version, port: bridge.port, address: `127.0.0.1:${bridge.port}` }
    if (bridge.version !== version) return found("doubtful", "bridge-other-version", detail)
    return bridge.owner === null
      ? found("doubtful", "bridge-owner-unknown", detail)
      : found("holds", "bridge-serves", detail)
  }
  if (ports.every(({ holds }) => holds !== "free")) return found("broken", "port-taken")
  return found("broken", "bridge-absent", { free: ports.filter(({ holds }) => holds === "free").length })
}

function isSquatted({ holds, owner }: PortFacts): boolean {
  return holds === "other" || holds === "reserved" || (typeof holds === "object" && owner === "other-user")
}

/** `21460 python3`, or the port alone where the program can't be told. */
function nameOf({ port, program }: PortFacts): string {
  return program === null ? String(port) : `${port} ${program}`
}
