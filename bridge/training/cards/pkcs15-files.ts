import { writeTlv } from "../../iso7816/tlv-writer"

/** A certificate of a training card: its label, the number that ends its object identifier, its file, its DER. */
export type CertificateObject = { label: string; id: number; fid: number; der: Uint8Array }

/** The object directory (PKCS#15 v1.1, §6.2): where the private keys, certificates and PIN objects are. */
export function objectDirectory(paths: { tag: number; fid: number }[]): Uint8Array {
  return join(paths.map(({ tag, fid }) => writeTlv(tag, path(fid))))
}

/**
 * A certificate directory byte for byte as one real CPS3 has it (OpenSC issue 2224): its flags are a BIT STRING
 * that says that eight bits are unused, which no valid DER does.
 */
export function certificateDirectory(objects: readonly CertificateObject[], aid: Uint8Array): Uint8Array {
  return join(objects.map((object) => certificateObject(object, aid)))
}

const badFlags = Uint8Array.of(0x03, 0x02, 0x08, 0x00)
/** Read by anybody, changed by who presented the PIN. */
const accessRules = Uint8Array.of(
  ...[0x30, 0x11],
  ...[0x30, 0x06, 0x03, 0x02, 0x07, 0x80, 0x05, 0x00],
  ...[0x30, 0x07, 0x03, 0x02, 0x06, 0x40, 0x04, 0x01, 0x01],
)

function certificateObject({ label, id, fid }: CertificateObject, aid: Uint8Array): Uint8Array {
  const common = sequence(writeTlv(0x0c, new TextEncoder().encode(label)), badFlags, accessRules)
  const identifier = sequence(writeTlv(0x04, Uint8Array.of(...aid, id)))
  return sequence(common, identifier, writeTlv(0xa1, sequence(path(fid))))
}

function path(fid: number): Uint8Array {
  return sequence(writeTlv(0x04, Uint8Array.of(fid >> 8, fid & 0xff)))
}

function sequence(...parts: Uint8Array[]): Uint8Array {
  return writeTlv(0x30, join(parts))
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
