import { Decrypter, Encrypter } from "age-encryption"
import { examineFile } from "../../shared/documents/file-format"
import { sampleOf } from "../../shared/documents/file-sample"
import type { DocumentPatient } from "../../shared/documents/prepared"
import type { Bytes } from "../../shared/protocol/bytes"
import { unpackBatch } from "./batch-container"
import type { BatchDocument } from "./batch-header"
import { maxBatchBytes } from "./batch-limits"
import type { BatchRefusal, LeftOut, OpenedBatch } from "./batch-refusals"
import type { NewDocument } from "./drawer"
import { mediaTypes } from "./media-types"
import { isWeak, passphraseOf } from "./passphrase"

/**
 * A prepared batch as one file: the age format (age-encryption.org/v1) under a passphrase, so that it can be opened with
 * other tools too the day this one is gone. Run in a worker: deriving the key takes seconds and 256 MiB by intention.
 */

/** log2 of scrypt's N: what age itself takes. */
const usualWork = 18
/** The first lines of such a file: one recipient alone, a passphrase. Longer than they ever are, in bytes. */
const headBytes = 120
const head = /^age-encryption\.org\/v(\d+)\n(?:-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n)?/
/** What the library says where the passphrase opens nothing. Tested, so that a new version of it can't change unseen. */
const noMatch = "no identity matched"

export async function sealBatch(
  packed: Bytes,
  passphrase: string,
  work = usualWork,
): Promise<Bytes | { refusal: BatchRefusal }> {
  if (isWeak(passphrase)) return { refusal: "passphrase-weak" }
  if (packed.length > maxBatchBytes) return { refusal: "too-large" }
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphraseOf(passphrase))
  encrypter.setScryptWorkFactor(work)
  return new Uint8Array(await encrypter.encrypt(packed))
}

/** Total: whatever the bytes are. */
export async function openBatch(
  bytes: Bytes,
  passphrase: string,
  mode: DocumentPatient["mode"],
): Promise<OpenedBatch | { refusal: BatchRefusal }> {
  const refusal = refusalOfHead(bytes)
  if (refusal) return { refusal }
  const packed = await decrypted(bytes, passphraseOf(passphrase))
  if (typeof packed === "string") return { refusal: packed }
  const batch = unpackBatch(packed)
  if ("refusal" in batch) return batch
  const { header } = batch
  if (header.mode !== mode) return { refusal: "other-mode" }
  const files = batch.files.values()
  const documents: NewDocument[] = []
  const leftOut: LeftOut[] = []
  for (const document of header.documents) {
    const file = document.content.kind === "file" ? (files.next().value ?? null) : null
    const why = file && whyNot(document, file)
    if (why) leftOut.push(why)
    else documents.push(newDocument(document, file, mode))
  }
  return { batch: header.batch, made: header.made, documents, leftOut }
}

/** A larger file, or one made to cost more work than ours do, is refused before anything is done with it. */
function refusalOfHead(bytes: Bytes): BatchRefusal | null {
  const [match, version, work] =
    head.exec(new TextDecoder("latin1").decode(bytes.subarray(0, headBytes))) ?? []
  if (match === undefined) return "not-a-batch"
  if (version !== "1") return "newer"
  if (work === undefined || Number(work) > usualWork) return "not-a-batch"
  // age adds 16 bytes to each 64 KiB.
  return bytes.length > maxBatchBytes * 1.001 ? "too-large" : null
}

async function decrypted(bytes: Bytes, passphrase: string): Promise<Bytes | BatchRefusal> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return new Uint8Array(await decrypter.decrypt(bytes))
  } catch (error) {
    return error instanceof Error && error.message.startsWith(noMatch) ? "wrong-passphrase" : "damaged"
  }
}

/** What would stop the file if it were dropped here stops it in a batch too: nothing is taken at its word. */
function whyNot({ title, content }: BatchDocument, file: Bytes): LeftOut | null {
  if (content.kind !== "file") return null
  const { format, problems } = examineFile(sampleOf(content.name, file))
  const problem = problems.find(({ severity }) => severity !== "warns")?.problem
  const why = problem ?? (format === content.format ? null : "not-as-said")
  return why && { title, name: content.name, why }
}

function newDocument(
  { patient, otherPatient, ...document }: BatchDocument,
  file: Bytes | null,
  mode: DocumentPatient["mode"],
): NewDocument {
  const { content } = document
  const blob = file && content.kind === "file" ? new Blob([file], { type: mediaTypes[content.format] }) : null
  return {
    ...(document as Omit<NewDocument, "patient" | "otherPatient" | "file" | "thumbnail">),
    patient: patient && ({ mode, traits: patient } as DocumentPatient),
    otherPatient: otherPatient && { marks: otherPatient, answered: false },
    file: blob,
    thumbnail: null,
  }
}
