import { ExtensionBrowser } from "../../test/drive/browser"
import { ConverterPage } from "../../test/drive/converter-page"
import { buildBridge } from "../build-bridge"
import { buildExtension } from "../build-extension"
import { benchFilingActions } from "./filing-actions"
import { quantile } from "./numbers"

const say = (line: string) => process.stdout.write(`${line}\n`)

/** How many files a morning's batch has, and how large each is. */
const batch = { files: 200, bytes: 1_000_000 }

/** Milliseconds that the converter takes for a document, in real Chromium, as the drawer asks it. */
export async function benchDocuments(): Promise<void> {
  await buildExtension()
  const browser = await ExtensionBrowser.launch("chromium", { headless: true })
  try {
    const page = await ConverterPage.open(browser)
    say("Documents in real Chromium, one worker; each time is from the page's question to its answer.")
    await acceptAndCheck(page)
    await shrinkPhoto(page)
    await shrinkScan(page)
  } finally {
    await browser.close()
  }
  await buildBridge()
  await benchFilingActions(say)
}

/** Half scanned PDFs of three pages, half photos, each about 1 MB: looked into, drawn small, read for datamatrices. */
async function acceptAndCheck(page: ConverterPage): Promise<void> {
  const pdfBytes = await page.do("scanned", "pdf", 3, 150, 22)
  const photoBytes = await page.do("photo", "photo", 2000, 1500, 90, "image/jpeg", 0.8)
  const times: number[] = []
  const begun = performance.now()
  for (let file = 0; file < batch.files; file += 1) {
    const before = performance.now()
    const seen = await page.do("inspect", file % 2 === 0 ? "pdf" : "photo")
    if ("refusal" in seen) throw new Error(`not accepted: ${seen.refusal}`)
    times.push(performance.now() - before)
  }
  const all = (performance.now() - begun) / 1_000
  say(
    `accept and check ${batch.files} files (half PDF of ${mega(pdfBytes)}, half photos of ${mega(photoBytes)}): ` +
      `${all.toFixed(1)} s, median ${median(times).toFixed(0)} ms each`,
  )
}

async function shrinkPhoto(page: ConverterPage): Promise<void> {
  const before = await page.do("photo", "large", 4000, 3000, 200, "image/jpeg")
  const times: number[] = []
  let after = 0
  for (let run = 0; run < 5; run += 1) {
    const made = await page.do("shrink", "large", "smaller")
    if ("refusal" in made) throw new Error(`not made smaller: ${made.refusal}`)
    times.push(made.ms)
    after = made.blob
  }
  say(
    `shrink a 12-megapixel photo: ${mega(before)} to ${mega(after)}, median ${median(times).toFixed(0)} ms, ${times.length} runs`,
  )
}

async function shrinkScan(page: ConverterPage): Promise<void> {
  const before = await page.do("scanned", "scan", 20, 300, 60)
  const times: number[] = []
  let made = await page.do("shrink", "scan", "smaller")
  for (let run = 0; run < 3; run += 1) {
    made = await page.do("shrink", "scan", "smaller")
    times.push(made.ms)
  }
  if ("refusal" in made) throw new Error(`not made smaller: ${made.refusal}`)
  const [how] = made.done.filter(({ did }) => did === "shrunk")
  say(
    `shrink a 20-page scanned PDF: ${mega(before)} to ${mega(made.blob)} ` +
      `(${how?.did === "shrunk" ? `${how.dpi} dpi, quality ${how.quality}` : "as it was"}), ` +
      `median ${(median(times) / 1_000).toFixed(1)} s, ${times.length} runs`,
  )
}

const mega = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
const median = (values: readonly number[]) => quantile(values, 0.5)
