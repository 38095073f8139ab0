import type { KnownError } from "../portals/vocabulary"
import { useSurroundings } from "./context"
import { Note } from "./note"
import type { TextKey } from "./text"

/** The portal's own error, as far as its sentence is known, with what to do about it. */
export function PageSays({ errors }: { errors: readonly KnownError[] }) {
  const { text } = useSurroundings()
  return (
    <>
      {errors.map((error) => (
        <Note key={error} tone="warn" title={text(`says_${error.replaceAll("-", "_")}` as TextKey)}>
          <p data-error={error}>{text(`says_${error.replaceAll("-", "_")}_remedy` as TextKey)}</p>
        </Note>
      ))}
    </>
  )
}
