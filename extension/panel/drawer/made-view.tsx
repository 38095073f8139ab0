import { useCallback } from "preact/hooks"
import type { Conversion, Done } from "../../converter/conversion"
import { useSurroundings } from "../context"
import type { Text, TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import type { IntakeItem } from "./intake-item"
import { Picture } from "./picture"
import { sizeIn } from "./sizes"

/** What was made beside what it was made of: a person looks at both before it is used. */
export function MadeView(props: { item: IntakeItem; made: Conversion; thumbnail: Blob | null }) {
  const { text } = useSurroundings()
  const { intake, say } = useDrawer()
  const { item, made, thumbnail } = props
  const [first] = item.sources
  const original = first.thumbnail
  const loadOriginal = useCallback(async () => original, [original])
  const loadMade = useCallback(async () => thumbnail, [thumbnail])
  const bytes = item.sources.reduce((sum, { file }) => sum + file.size, 0)
  const use = async () => {
    if (await intake.use(item.id)) say(text("docs_used"))
  }
  return (
    <div class="made" data-made={made.format}>
      <figure>
        <Picture load={loadOriginal} label={text("docs_first_page")} class="preview" most={320} />
        <figcaption>
          <b>{text("docs_before")}</b> {text.count("docs_files", item.sources.length)}, {sizeIn(text, bytes)}
        </figcaption>
      </figure>
      <figure>
        <Picture load={loadMade} label={text("docs_first_page")} class="preview" most={320} />
        <figcaption>
          <b>{text("docs_after")}</b> {made.format === "pdf" ? "PDF" : "JPEG"},{" "}
          {text.count("docs_pages", made.pages)}, {sizeIn(text, made.blob.size)}
        </figcaption>
      </figure>
      <ul class="did">
        {made.done.map((done) => (
          <li key={done.did}>{didSentence(done, text)}</li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" data-action="use" onClick={use}>
          {text("docs_use")}
        </button>
        <button type="button" class="second" data-action="give-up" onClick={() => intake.giveUp(item.id)}>
          {text("docs_give_up")}
        </button>
      </div>
    </div>
  )
}

function didSentence(done: Done, text: Text): string {
  const key = `convert_did_${done.did.replaceAll("-", "_")}` as TextKey
  if (done.did === "converted") return text(key, { from: done.from.toUpperCase() })
  if (done.did === "shrunk") return text(key, { dpi: done.dpi, quality: Math.round(done.quality * 100) })
  return done.did === "rasterised" ? text.count(key, done.pages) : text(key)
}
