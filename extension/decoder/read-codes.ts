import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader"

// Packaged beside the worker: the library would fetch it from a network by default.
prepareZXingModule({
  overrides: { locateFile: (path: string) => new URL(`/decoder/${path}`, import.meta.url).href },
})

/** The texts of all datamatrices in a picture: turned, mirrored and inverted ones too; `close` for faint ones. */
export async function readCodes(picture: ImageData, look: "usual" | "close"): Promise<string[]> {
  const found = await readBarcodes(picture, {
    formats: ["DataMatrix"],
    textMode: "Plain",
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    tryDenoise: look === "close",
    maxNumberOfSymbols: 20,
  })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}
