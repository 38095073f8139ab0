/**
 * A PDF written object by object, for what no library would write. `objects`: the bodies of objects 1, 2, 3 …; object 1
 * is the catalogue. `trailer`: more entries of the trailer.
 */
export function pdfByHand(objects: readonly (string | Uint8Array)[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((body, at) => {
    offsets.push(length)
    const bytes = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`, "latin1"),
      typeof body === "string" ? Buffer.from(body, "latin1") : Buffer.from(body),
      Buffer.from("\nendobj\n", "latin1"),
    ])
    parts.push(bytes)
    length += bytes.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end, "latin1")]))
}

/** A stream object with its dictionary. */
export function stream(entries: string, content: Uint8Array): Uint8Array {
  const head = `<< ${entries} /Length ${content.length} >>\nstream\n`
  return new Uint8Array(
    Buffer.concat([Buffer.from(head, "latin1"), Buffer.from(content), Buffer.from("\nendstream", "latin1")]),
  )
}

const catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
const blankPage = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"

/** One blank page; `more` goes into the catalogue, `objects` become 4, 5, 6 … */
export const onePage = (
  more = "",
  objects: readonly (string | Uint8Array)[] = [],
  page = blankPage,
  trailer = "",
) =>
  pdfByHand(
    [catalogue.replace(">>", `${more} >>`), "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, ...objects],
    trailer,
  )

/** So many blank pages. */
export const blankPages = (count: number) =>
  pdfByHand([
    catalogue,
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(" ")}] >>`,
    ...Array.from({ length: count }, () => blankPage),
  ])
