import { cp, mkdir, rm } from "node:fs/promises"
import { build } from "esbuild"

/**
 * Builds the decoder of documents into `folder`: a worker of its own with the wasm that its libraries need, so
 * that the panel loads none of it before a document is read, and nothing ever comes from a network.
 */
export async function buildDecoder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: ["extension/decoder/worker.ts"],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
  })
  await cp("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", `${folder}/zxing_reader.wasm`)
  await cp("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", `${folder}/pdf.worker.js`)
  await cp("node_modules/pdfjs-dist/wasm", `${folder}/wasm`, { recursive: true })
}
