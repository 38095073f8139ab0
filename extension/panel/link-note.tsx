import { errorTexts } from "../../shared/protocol/error-texts"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { LinkView } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { typeset } from "./text"

/** Why there is no link to the bridge, and the one thing to do about it. */
export function LinkNote({ link }: { link: Extract<LinkView, { state: "trouble" }> }) {
  const { text, send, openOptions } = useSurroundings()
  const unpaired = link.code === "not-paired"
  return (
    <ErrorNote code={link.code} tone={unpaired ? "info" : "warn"}>
      {unpaired ? (
        <button type="button" onClick={openOptions}>
          {text("link_pair")}
        </button>
      ) : (
        <button type="button" class="second" onClick={() => send({ command: "reconnect" })}>
          {text("link_retry")}
        </button>
      )}
    </ErrorNote>
  )
}

/** An error of the closed list: what happened, why, and the remedy. */
export function ErrorNote(props: {
  code: ErrorCode
  tone?: "warn" | "bad" | "info"
  children?: preact.ComponentChildren
}) {
  const { language } = useSurroundings()
  const { sentence, cause, remedy } = errorTexts[language][props.code]
  return (
    <Note tone={props.tone ?? "warn"} title={typeset(sentence)}>
      <p>{typeset(cause)}</p>
      <p>{typeset(remedy)}</p>
      {props.children && <div class="actions">{props.children}</div>}
    </Note>
  )
}
