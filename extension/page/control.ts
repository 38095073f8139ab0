import { isDrawnByLabel, isMark, isRadio, type TextControl } from "./control-kinds"
import { fold } from "./fold"
import { accessibleName, labellers, roughLabel, wordsOfLabel } from "./label-text"
import { textBeside } from "./neighbour"
import { shortText } from "./readable-text"
import { namingCells } from "./table-cell"
import { isReachable, isVisible } from "./visible"

/** What a control can be known by besides its id, the strongest first. */
export const evidences = ["label", "words", "cell", "neighbour", "legend", "placeholder"] as const
export type NamedBy = (typeof evidences)[number]

/** A name and the element that shows it; null where it needs none (an attribute, or computed as seen). */
type Name = { text: string; shownBy: Element | null }

/** What a control asks of the look at the page that found it; `PageLook` answers. */
type Surroundings = {
  labelsOf(element: Element): readonly Element[]
  titleAbove(element: Element, title?: string): string
  titleOfGroup(group: Element): Name | null
  isAloneIn(group: Element): boolean
}

/** One control of a page as it stood at one look. What it is called by is read when asked for, once. */
export class Control {
  private rough: string | undefined
  private readonly names = new Map<NamedBy, Name[]>()
  private reached: boolean | undefined

  constructor(
    readonly element: TextControl,
    private readonly look: Surroundings,
  ) {}

  /** The name that `label` or `aria-…` give, folded; empty where there is none. */
  get name(): string {
    return this.namesBy("label")[0]?.text ?? ""
  }

  /** The title above it, folded. */
  get under(): string {
    return this.look.titleAbove(this.element)
  }

  isUnder(title: string): boolean {
    return this.look.titleAbove(this.element, fold(title)) === fold(title)
  }

  /** Whether a person could use it: itself, or through the label that draws it. */
  get reachable(): boolean {
    const drawnBy = isDrawnByLabel(this.element) ? this.look.labelsOf(this.element) : []
    this.reached ??= isReachable(this.element) || drawnBy.some(isReachable)
    return this.reached
  }

  /** Whether it is called so by this evidence. `words` are those of the names sought, for a quick no. */
  isCalled(by: NamedBy, sought: (name: string) => boolean, words: readonly (readonly string[])[]): boolean {
    if (by === "label" || by === "words") {
      const rough = this.roughLabel
      if (rough === "" || !words.some((all) => all.every((word) => rough.includes(word)))) return false
    } else if (this.roughLabel !== "" && by !== "legend") return false
    return this.namesBy(by).some(({ text, shownBy }) => sought(text) && (!shownBy || isVisible(shownBy)))
  }

  private get roughLabel(): string {
    this.rough ??= roughLabel(this.element, this.look.labelsOf(this.element))
    return this.rough
  }

  private namesBy(by: NamedBy): Name[] {
    let names = this.names.get(by)
    if (!names) {
      names = this.read(by).filter(({ text }) => text !== "")
      this.names.set(by, names)
    }
    return names
  }

  private read(by: NamedBy): Name[] {
    const { element, look } = this
    const labels = look.labelsOf(element)
    const attribute = (name: string) => ({ text: fold(element.getAttribute(name) ?? ""), shownBy: null })
    switch (by) {
      case "label":
        if (this.roughLabel === "") return []
        return [{ text: accessibleName(element, labels, this.roughLabel), shownBy: null }]
      case "words":
        return [{ text: wordsOfLabel(element, labels), shownBy: labellers(element, labels)[0] ?? null }]
      case "cell":
        return namingCells(element).map((cell) => ({ text: fold(shortText(cell) ?? ""), shownBy: cell }))
      case "neighbour": {
        const beside = textBeside(element, isMark(element) ? "after" : "before")
        return beside ? [{ text: fold(beside.text), shownBy: beside.shownBy }] : []
      }
      case "legend":
        return this.byLegend()
      case "placeholder":
        return [attribute("placeholder"), attribute("title")]
    }
  }

  /** A legend names the only field of its group; before a radio button's own label it completes it. */
  private byLegend(): Name[] {
    const group = this.element.closest("fieldset,[role=group],[role=radiogroup]")
    const legend = group && this.look.titleOfGroup(group)
    if (!group || !legend) return []
    if (isRadio(this.element)) {
      const own = this.name || this.namesBy("neighbour")[0]?.text
      return own ? [{ text: `${legend.text} ${own}`, shownBy: legend.shownBy }] : []
    }
    return this.roughLabel === "" && this.look.isAloneIn(group) ? [legend] : []
  }
}
