import { useEffect, useRef } from "preact/hooks"

/**
 * A picture out of bytes, drawn on a canvas: nothing of a document gets an address of its own. `load` is asked once,
 * when the picture comes into view. What can't be drawn leaves the frame empty.
 */
export function Picture(props: { load(): Promise<Blob | null>; label: string; class: string; most: number }) {
  const { load, label, most } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let wanted = true
    const draw = async () => {
      const blob = await load()
      const picture = blob && (await createImageBitmap(blob).catch(() => null))
      if (picture && wanted) drawInto(element, picture, most)
      picture?.close()
    }
    const watcher = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      watcher.disconnect()
      void draw()
    })
    watcher.observe(element)
    return () => {
      wanted = false
      watcher.disconnect()
    }
  }, [load, most])
  return <canvas ref={canvas} class={props.class} width={1} height={1} role="img" aria-label={label} />
}

function drawInto(canvas: HTMLCanvasElement, picture: ImageBitmap, most: number): void {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height))
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext("2d")
  if (!context) return
  context.imageSmoothingQuality = "high"
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  canvas.dataset.drawn = ""
}
