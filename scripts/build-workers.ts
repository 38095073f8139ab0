import { cp } from "node:fs/promises"
import { build } from "esbuild"

/**
 * Builds the workers that open documents into the extension at `folder`: the decoder of datamatrices, the converter,
 * and the one that writes and opens batches of the drawer. Each is a file of its own that a page loads when a document is given to it and not before; what both need stands in
 * chunks beside them, loaded when used, with the wasm of their libraries, so that nothing ever comes from a network.
 */
export async function buildWorkers(folder: string): Promise<void> {
  await build({
    entryPoints: {
      "decoder/worker": "extension/decoder/worker.ts",
      "converter/worker": "extension/converter/worker.ts",
      "drawer/batch-worker": "extension/drawer/batch-worker.ts",
    },
    outdir: folder,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "linked",
    logLevel: "warning",
  })
  await cp("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm", `${folder}/decoder/zxing_reader.wasm`)
  await cp("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", `${folder}/decoder/pdf.worker.js`)
  await cp("node_modules/pdfjs-dist/wasm", `${folder}/decoder/wasm`, { recursive: true })
}
