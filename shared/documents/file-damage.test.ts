import { expect, test } from "vitest"
import { jpeg } from "../../test/documents/corpus-files/jpeg"
import { gif } from "../../test/documents/pictures"
import { isAnimated, isCut } from "./file-damage"
import { sampleOf } from "./file-sample"
import { imageDimensions } from "./image-dimensions"

const picture = jpeg({ width: 200, height: 160, detail: 3 })
const isJpegCut = (bytes: Uint8Array) => {
  const sample = sampleOf("a.jpg", bytes)
  return isCut("jpeg", sample, imageDimensions("jpeg", sample))
}

test("JPEG, cut anywhere before its end, is cut; with more behind its end, it is not", () => {
  for (let end = 3; end < picture.length; end += 37) expect(isJpegCut(picture.subarray(0, end))).toBe(true)
  expect(isJpegCut(picture)).toBe(false)
  expect(isJpegCut(Buffer.concat([picture, Buffer.from("more")]))).toBe(false)
})

test("JPEG with a preview in its notes, is not whole by the preview's end", () => {
  const preview = jpeg({ width: 16, height: 16 })
  const notes = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from("Exif\0\0"), preview])
  notes.writeUInt16BE(notes.length - 2, 2)
  const whole = Buffer.concat([picture.subarray(0, 2), notes, picture.subarray(2)])
  expect(isJpegCut(whole)).toBe(false)
  expect(isJpegCut(whole.subarray(0, whole.length - 500))).toBe(true)
})

test("GIF, moves where it has two frames, with or without the mark that repeats them", () => {
  const still = (frames: number) => sampleOf("a.gif", new Uint8Array(gif(20, 20, frames)))
  expect(isAnimated("gif", still(1))).toBe(false)
  expect(isAnimated("gif", still(2))).toBe(true)
  const repeated = Buffer.from(gif(20, 20, 2))
  const mark = repeated.indexOf("NETSCAPE") - 3
  const once = Buffer.concat([repeated.subarray(0, mark), repeated.subarray(mark + 19)])
  expect(once.includes("NETSCAPE")).toBe(false)
  expect(isAnimated("gif", sampleOf("a.gif", new Uint8Array(once)))).toBe(true)
})
