import { fromBase64url, toBase64url } from "./base64url"
import { type Bytes, utf8 } from "./bytes"
import { LinkFailure } from "./link-failure"
import { type Opening, openingSchema } from "./messages"
import { subprotocol } from "./version"

/** Which key an opening promises to prove: a paired client's, or the pairing code that is being shown. */
export type OpeningHeader = { key: "client"; client: string } | { key: "code" }

/**
 * What both sides bind into the handshake: the protocol and the header of the opening. A header changed on
 * the way (another client, another kind of key, another version) then refuses the handshake.
 */
export function prologueOf(header: OpeningHeader): Bytes {
  return utf8(`${subprotocol}|${header.key}|${header.key === "client" ? header.client : ""}`)
}

/** The first frame of a client, as text. */
export function writeOpening(header: OpeningHeader, noise: Bytes): string {
  const opening: Opening = { v: 1, ...header, noise: toBase64url(noise) }
  return JSON.stringify(opening)
}

/** Reads the first frame. Throws `LinkFailure` `opening-malformed` for anything that is not exactly one. */
export function readOpening(frame: string): { header: OpeningHeader; noise: Bytes } {
  const opening = openingSchema.safeParse(parseJson(frame)).data
  const noise = opening && fromBase64url(opening.noise)
  if (!opening || !noise) throw new LinkFailure("opening-malformed")
  if (opening.key === "code" && opening.client === undefined) return { header: { key: "code" }, noise }
  if (opening.key === "client" && opening.client !== undefined) {
    return { header: { key: "client", client: opening.client }, noise }
  }
  throw new LinkFailure("opening-malformed")
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new LinkFailure("opening-malformed", { cause })
  }
}
