import { Desk } from "../readers/desk"
import { Simulator } from "../readers/simulator"
import { openReaderPort, type ReaderSideOptions } from "./reader-port"

/** The desk over real or simulated readers, not started yet; `simulator` is where a tray puts cards. */
export function openReaderSide(options: ReaderSideOptions): { desk: Desk; simulator: Simulator | null } {
  const port = openReaderPort(options)
  return { desk: new Desk(port), simulator: port instanceof Simulator ? port : null }
}
