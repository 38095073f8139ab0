import type { Browser, Page } from "puppeteer-core"

/** What a person sees at this point of the window: the ring's own colour, something light, or something else. */
export async function colourAt(
  browser: Browser,
  page: Page,
  { x, y }: { x: number; y: number },
): Promise<"dark" | "light" | string> {
  const picture = await page.screenshot({ encoding: "base64" })
  // Read in a page of its own: the one under test may allow no pictures.
  const reader = await browser.newPage()
  try {
    const [red = 0, green = 0, blue = 0] = await reader.evaluate(
      async (data, left, top) => {
        const image = new Image()
        image.src = `data:image/png;base64,${data}`
        await image.decode()
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext("2d")
        context?.drawImage(image, 0, 0)
        return [...(context?.getImageData(left, top, 1, 1).data ?? [])]
      },
      picture,
      x,
      y,
    )
    const isRing = Math.abs(red - 0x0b) < 12 && Math.abs(green - 0x6b) < 12 && Math.abs(blue - 0x6f) < 12
    if (isRing) return "dark"
    return Math.min(red, green, blue) > 235 ? "light" : `rgb(${red} ${green} ${blue})`
  } finally {
    await reader.close()
  }
}
