import { modules } from "./datamatrix"

const width = 640
const height = 480
const side = 6

/** A film of one still frame with a datamatrix in the middle, as Chromium takes it for a camera (YUV4MPEG2). */
export function filmOf(text: string): Buffer {
  const rows = modules(text)
  const luma = Buffer.alloc(width * height, 235)
  const left = Math.floor((width - rows.length * side) / 2)
  const top = Math.floor((height - rows.length * side) / 2)
  rows.forEach((row, down) => {
    row.forEach((black, across) => {
      if (!black) return
      for (let y = 0; y < side; y += 1) {
        const at = (top + down * side + y) * width + left + across * side
        luma.fill(16, at, at + side)
      }
    })
  })
  const chroma = Buffer.alloc((width * height) / 2, 128)
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
    Buffer.from("FRAME\n"),
    luma,
    chroma,
  ])
}
