import { useState } from "preact/hooks"
import type { PackSource, PackView, PanelState } from "../messages/panel-state"
import { parsePack } from "../portals/pack"
import { pages } from "../portals/pages"
import type { PackRefusal } from "../portals/with-packs"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { dayIn, type TextKey } from "./text"

/** The corrections of the portals: what is in force and from whom, and a file to take in or to take out. */
export function Packs({ packs }: { packs: PanelState["packs"] }) {
  const { text, send } = useSurroundings()
  const [wrong, setWrong] = useState<{ refusal: PackRefusal; where: string } | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const json = await file.text()
    const read = parsePack(json, pages)
    if ("refusal" in read) return setWrong(read)
    setWrong(null)
    await send({ command: "import-pack", json })
  }
  return (
    <section class="card" aria-labelledby="packs">
      <h2 id="packs">{text("packs_title")}</h2>
      <p>{text("packs_intro")}</p>
      {(["company", "user"] as const).map((source) => (
        <Pack key={source} source={source} view={packs[source]} />
      ))}
      {wrong && (
        <Note tone="bad" title={text("pack_not_taken")}>
          <p data-refusal={wrong.refusal}>{text(refusalKey(wrong.refusal))}</p>
          {wrong.where !== "" && <p>{text("pack_where", { where: wrong.where })}</p>}
        </Note>
      )}
      <label class="field">
        {text(packs.user ? "pack_replace" : "pack_import")}
        <input
          type="file"
          name="pack"
          accept="application/json,.json"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0])
            // The same file can be chosen again once it was corrected.
            currentTarget.value = ""
          }}
        />
      </label>
      {packs.user && (
        <div class="actions">
          <button
            type="button"
            class="second"
            data-action="remove-pack"
            onClick={() => send({ command: "remove-pack" })}
          >
            {text("pack_remove")}
          </button>
        </div>
      )}
    </section>
  )
}

function Pack({ source, view }: { source: PackSource; view: PackView | null }) {
  const { text } = useSurroundings()
  if (!view) return null
  if (view.state === "refused") {
    return (
      <Note tone="warn" title={text(`pack_aside_${source}`)}>
        <p>{text(refusalKey(view.refusal))}</p>
        {view.where !== "" && <p>{text("pack_where", { where: view.where })}</p>}
      </Note>
    )
  }
  const { name, version, date, pages: changed } = view
  return (
    <Note tone="ok" title={text(`pack_from_${source}`, { name, version, date: dayIn(text.language, date) })}>
      <p>{text.count("pack_pages", changed.length)}</p>
    </Note>
  )
}

const refusalKey = (refusal: PackRefusal) => `pack_${refusal.replaceAll("-", "_")}` as TextKey
