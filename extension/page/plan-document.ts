import { visibilities } from "../../shared/documents/visibility"
import type { Page, PartRule } from "../portals/define-page"
import type { DocumentAnswers, DocumentField, Fillable, Refusal } from "../portals/vocabulary"
import { filesOf } from "./attach"
import { isLocked, type TextControl } from "./control-kinds"
import { standsIn, waysOf } from "./form-parts"
import type { PageLook } from "./look"
import { matchLabel } from "./match"
import { matchList, matchPart, matchVisibility, optionsOf } from "./match-part"
import { type Box, type Planned, planText, type Seek, withoutWrites } from "./plan"
import { asSelect } from "./select-choice"
import { isBlank, writtenForm } from "./written-form"

/** A document ready to be written: its file as the page will take it. */
export type Writable = Omit<DocumentAnswers, "content"> & {
  content: { kind: "file"; file: File } | { kind: "text"; text: string }
}

/**
 * Reads the form that adds a document and says, part by part, what a commit would do. Changes nothing. `fresh`: nobody
 * filled this form before; then today's date in it is the page's own proposal. What a person gave otherwise is left, and
 * all the rest with it: half of one document beside half of another is worse than an empty form.
 */
export function planDocument(
  look: PageLook,
  page: Page,
  document: Writable,
  overwrite: readonly Fillable[],
  fresh: boolean,
): Planned[] {
  const rule = (field: Exclude<DocumentField, "document.mode">) => page.parts?.[field]?.[0]
  const may = (field: DocumentField) => overwrite.includes(field)
  const written = (field: "document.title" | "document.date" | "document.comment", value: string) => {
    const way = rule(field)
    if (!way) return []
    const seek: Seek = (at) => matchPart(way, at)
    const isProposed = (element: TextControl) =>
      fresh && field === "document.date" && element.value === element.defaultValue && saysToday(element)
    const saysToday = (element: TextControl) => {
      const today = writtenForm(field, document.today, element)
      return "text" in today && today.text === element.value
    }
    return ifAny(planText(field, seek, look, { value }, may(field), isProposed), value, seek, look)
  }
  const [type, visibility] = [rule("document.type"), rule("document.visibility")]
  const plan = [
    ...planContent(look, page, document.content, overwrite),
    ...(type ? [planType(type, document.labels, look, may("document.type"))] : []),
    ...written("document.title", document.title).map(afterFile(document.content)),
    ...written("document.date", document.date),
    ...written("document.comment", document.comment),
    ...(visibility ? [planVisibility(visibility, document, look, may("document.visibility"))] : []),
  ]
  const other = plan.some(
    (it) => it.action === "leave" || (it.action === "refuse" && it.reason === "locked-other"),
  )
  return other ? withoutWrites(plan, "beside-other-document") : plan
}

/** Nothing to write where nothing stands is not worth a word, nor a field that is not there for it. */
function ifAny(planned: Planned, value: string, seek: Seek, look: PageLook): Planned[] {
  if (value !== "") return [planned]
  const match = seek(look)
  return "refusal" in match || isBlank(planned.field, match.control.element.value) ? [] : [planned]
}

/** A page may make a title of the file's name, once it has the file: that is no person's. */
const afterFile =
  (content: Writable["content"]) =>
  (planned: Planned): Planned => {
    if (planned.action !== "write" || content.kind === "text") return planned
    const { name } = content.file
    return { ...planned, proposals: [name, name.replace(/\.[^.]*$/, "")] }
  }

/** The file or the text, and the choice between them where the page asks for it. */
function planContent(
  look: PageLook,
  page: Page,
  content: Writable["content"],
  overwrite: readonly Fillable[],
): Planned[] {
  const field = "document.content"
  const ways = page.parts?.[field] ?? []
  const way = ways.find(({ kind }) => kind === content.kind)
  if (!way) return []
  const mode = planMode(way, look)
  const others = waysOf(look, page, field).filter(({ rule }) => rule.kind !== way.kind)
  if (others.some((it) => standsIn(it) !== "") && !overwrite.includes("document.mode"))
    return [{ field: "document.mode", action: "leave", reason: "already-filled" }]
  const mayOverwrite = overwrite.includes(field)
  const seek: Seek = (at) => matchPart(way, at)
  if (content.kind === "text")
    return [...mode, planText(field, seek, look, { value: content.text }, mayOverwrite)]
  return [...mode, planFile(seek, look, content.file, mayOverwrite)]
}

function planMode({ mode }: PartRule, look: PageLook): Planned[] {
  const field = "document.mode"
  if (!mode) return []
  const seek: Seek = (at) => matchLabel(mode, at.controls("choice"))
  const match = seek(look)
  if ("refusal" in match)
    return match.refusal === "field-not-found" ? [] : [{ field, action: "refuse", reason: match.refusal }]
  const element = match.control.element as HTMLInputElement
  if (element.checked) return []
  if (isLocked(element)) return [{ field, action: "refuse", reason: "field-locked" }]
  return [{ field, action: "choose", ...match, seek }]
}

function planFile(seek: Seek, look: PageLook, file: File, mayOverwrite: boolean): Planned {
  const field = "document.content"
  const match = seek(look)
  if ("refusal" in match) return { field, action: "refuse", reason: match.refusal }
  const { element } = match.control
  const before = filesOf(element)
  if (isLocked(element))
    return { field, action: "refuse", reason: before.length > 0 ? "locked-other" : "field-locked" }
  // A file of the same name and length may be another: only a person knows.
  if (before.length > 0 && !mayOverwrite) return { field, action: "leave", reason: "already-filled" }
  return { field, action: "attach", ...match, seek, file, before }
}

function planType(rule: PartRule, labels: readonly string[], look: PageLook, mayOverwrite: boolean): Planned {
  const field = "document.type"
  const refuse = (reason: Refusal): Planned => ({ field, action: "refuse", reason })
  const seek: Seek = (at) => matchList(rule, labels, at)
  const match = seek(look)
  if ("refusal" in match) return refuse(match.refusal)
  const list = asSelect(match.control.element)
  const [option, other] = optionsOf(list, labels)
  if (other !== undefined) return refuse("type-ambiguous")
  if (option !== undefined && list.value === option) return { field, action: "keep" }
  if (isLocked(match.control.element)) return refuse(list.value === "" ? "field-locked" : "locked-other")
  // Another type that a person chose speaks of another document, also where ours is not offered.
  if (list.value !== "" && !mayOverwrite) return { field, action: "leave", reason: "already-filled" }
  if (option === undefined) return refuse("type-not-offered")
  return { field, action: "pick", ...match, seek, option, before: list.value }
}

/** Exactly what was chosen: every box of the portal is looked at, those that stay empty too. */
function planVisibility(
  rule: PartRule,
  { visibility: chosen }: Writable,
  look: PageLook,
  mayOverwrite: boolean,
): Planned {
  const field = "document.visibility"
  const boxes: Box[] = []
  for (const visibility of visibilities) {
    const seek: Seek = (at) => matchVisibility(rule, visibility, at)
    const match = seek(look)
    const after = chosen.includes(visibility)
    if ("refusal" in match) {
      // The portal offers « invisible aux représentants légaux » for minors alone.
      if (match.refusal === "field-not-found" && !after) continue
      return { field, action: "refuse", reason: match.refusal }
    }
    const before = (match.control.element as HTMLInputElement).checked
    boxes.push({ control: match.control, seek, before, after })
  }
  const changing = boxes.filter(({ before, after }) => before !== after)
  if (changing.length === 0) return { field, action: "keep" }
  if (boxes.some(({ before }) => before) && !mayOverwrite)
    return { field, action: "leave", reason: "already-filled" }
  if (changing.some(({ control }) => isLocked(control.element)))
    return { field, action: "refuse", reason: "field-locked" }
  return { field, action: "tick", boxes }
}
