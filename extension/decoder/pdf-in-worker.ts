/**
 * What pdf.js wants of a document, as far as a worker has it. Fonts are drawn as paths (`disableFontFace`), so
 * nothing is ever loaded into a page.
 */
export const documentOfWorker = {
  fonts: new Set(),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
  createElement: (name: string) => {
    if (name !== "canvas") throw new Error("a worker has no elements")
    return new OffscreenCanvas(1, 1)
  },
}

type Drawing = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null }

/** pdf.js draws parts of a page on canvases of its own: offscreen ones here. */
export class CanvasOfWorker {
  create(width: number, height: number): Drawing {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) }
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas) Object.assign(canvas, { width, height })
  }

  destroy(drawing: Drawing): void {
    Object.assign(drawing, { canvas: null, context: null })
  }
}

/** Filters are SVG in a page. Without them colours may be wrong, which a black and white code survives. */
export class NoFilters {
  addFilter = () => "none"
  addHCMFilter = () => "none"
  addAlphaFilter = () => "none"
  addLuminosityFilter = () => "none"
  addKnockoutFilter = () => "none"
  addHighlightHCMFilter = () => "none"
  addSelectionHCMFilter = () => "none"
  createSelectionStyle = () => null
  destroy = () => undefined
}
