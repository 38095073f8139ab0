import type { GuideView, OffPath } from "../guides/view"
import type { PageView } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { GiveAccess } from "./page-card"
import { unknownKey } from "./page-name"
import type { TextKey } from "./text"

type Running = Extract<GuideView, { state: "running" }>

const texts: Record<Exclude<OffPath, "elsewhere">, readonly [TextKey, TextKey]> = {
  "no-portal": ["off_no_portal", "off_no_portal_detail"],
  "reload-needed": ["page_reload", "page_reload_detail"],
  "no-access": ["page_no_access", "page_no_access_detail"],
  inert: ["page_inert", "page_inert_detail"],
}

/** The person left the path: said calmly, with the way back. */
export function GuideOff({ guide, page }: { guide: Running; page: PageView }) {
  const { text } = useSurroundings()
  const { off } = guide
  if (off === null) return null
  const unknown = page.state === "portal" && page.description.page === null
  // A page that is not known is said first: nothing is filled there, whatever the guide is at.
  const [title, detail]: readonly [TextKey, TextKey | null] =
    off === "elsewhere"
      ? unknown
        ? [unknownKey(page.description.reason), null]
        : ["off_elsewhere", null]
      : texts[off]
  return (
    <div data-off={off}>
      <Note tone={off === "reload-needed" || off === "no-access" ? "warn" : "info"} title={text(title)}>
        {detail && <p>{text(detail)}</p>}
        <Back guide={guide} off={off} />
      </Note>
    </div>
  )
}

function Back({ guide, off }: { guide: Running; off: OffPath }) {
  const { text, send } = useSurroundings()
  if (off === "no-access") return <GiveAccess />
  if (off === "reload-needed" || off === "inert") return null
  return (
    <div class="actions">
      <button
        type="button"
        class="second"
        data-opens={guide.opens}
        onClick={() => send({ command: "go-to-portal", portal: guide.opens })}
      >
        {text(`guide_open_${guide.opens}`)}
      </button>
    </div>
  )
}
