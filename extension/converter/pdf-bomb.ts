/** The largest part of a document is a page scanned at 600 dpi in colour: 105 million bytes. */
const maxUnpacked = 250_000_000
/** Deflate packs at best 1,032 bytes into one (RFC 1951): what is shorter can't unpack to more than the above. */
const minSuspect = Math.floor(maxUnpacked / 1_032)

/**
 * Whether a part of a PDF would fill the memory when it is unpacked: a few kilobytes can hold a gigabyte of nothing. Its
 * packed parts are unpacked here without being kept, and no further than the limit; one packed twice is taken for a bomb
 * without that, since no program that makes documents does it. `bytes` is left as it is. Total.
 */
export async function unpacksTooFar(bytes: Uint8Array): Promise<boolean> {
  for (const { filters, from, to } of packedParts(bytes)) {
    if (filters > 1) return true
    if (to - from >= minSuspect && (await unpackedExceeds(bytes.subarray(from, to)))) return true
  }
  return false
}

type PackedPart = { filters: number; from: number; to: number }

/** The parts that a PDF says are deflated: where they stand, and how often they are packed. */
function* packedParts(bytes: Uint8Array): Generator<PackedPart> {
  const text = new TextDecoder("latin1").decode(bytes)
  const starts = /(?<!end)stream\r?\n/g
  for (let found = starts.exec(text); found; found = starts.exec(text)) {
    const from = found.index + found[0].length
    const end = text.indexOf("endstream", from)
    const to = end < 0 ? bytes.length : end
    const dict = text.slice(Math.max(0, found.index - 2_000), found.index)
    const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dict.slice(dict.lastIndexOf(" obj")))?.[1] ?? ""
    const filters = filter.match(/\/(FlateDecode|Fl)(?!\w)/g)?.length ?? 0
    if (filters > 0) yield { filters, from, to }
    starts.lastIndex = Math.max(starts.lastIndex, to)
  }
}

async function unpackedExceeds(packed: Uint8Array): Promise<boolean> {
  const reader = inPieces(packed).pipeThrough(new DecompressionStream("deflate")).getReader()
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length
      if (size > maxUnpacked) {
        await reader.cancel()
        return true
      }
    }
  } catch {
    // What can't be unpacked, or has something behind its end, fills no memory; the viewer says whether it is damaged.
  }
  return size > maxUnpacked - pieceBytes * 1_032
}

/** What an unpacking that fails has given last is lost: with small pieces that is little. */
const pieceBytes = 16_384

function inPieces(bytes: Uint8Array): ReadableStream<BufferSource> {
  let at = 0
  return new ReadableStream(
    {
      pull(controller) {
        controller.enqueue(bytes.slice(at, at + pieceBytes))
        at += pieceBytes
        if (at >= bytes.length) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
