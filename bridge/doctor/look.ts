import { dirname } from "node:path"
import type { ReadersState } from "../../shared/cards/readers"
import { productVersion } from "../../shared/protocol/version"
import { bridgeHome } from "../link/home"
import type { Facts } from "./diagnose"
import { lookAtPairing } from "./look-at-pairing"
import { lookAtPcscd } from "./look-at-pcscd"
import { lookAtPorts } from "./look-at-ports"
import { lookForLibrary } from "./look-for-library"
import { runningPrograms } from "./running-programs"

/** How long one question may take. All are asked at once, beside the readers, which take the longest. */
const limitMs = 1_500

/** Looks at everything that a diagnosis needs. Nothing is changed by it. `readers` tells what is in the readers. */
export async function look(readers: Promise<ReadersState>, programFolder: string): Promise<Facts> {
  const { platform } = process
  const [pcscd, ports, pairing, running, state] = await Promise.all([
    platform === "linux" ? lookAtPcscd(limitMs) : null,
    lookAtPorts(limitMs),
    lookAtPairing(bridgeHome(), platform),
    runningPrograms(platform, limitMs),
    readers,
  ])
  return {
    node: process.versions.node,
    version: productVersion,
    library: lookForLibrary(programFolder, platform),
    pcscd,
    readers: state,
    ports,
    pairing,
    running,
  }
}

/** The folder of the program that runs, from which Node looks for its packages. */
export const programFolder = (): string => dirname(process.argv[1] ?? "")
