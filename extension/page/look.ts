import type { Page } from "../portals/define-page"
import { pagesInForce } from "../portals/in-force"
import { type BlockText, blockTexts } from "./block-texts"
import { Control } from "./control"
import { controlSelector, isRadio, isTextControl, type TextControl } from "./control-kinds"
import { fold } from "./fold"
import { titlesAbove } from "./headings"
import { shortText } from "./readable-text"
import { type Root, type Roots, rootsOf } from "./roots"

/** Every title under which a known page has fields, folded; worked out again when the pages in force change. */
let titles: { of: readonly Page[]; known: ReadonlySet<string> } | undefined
function knownTitles(): ReadonlySet<string> {
  const pages = pagesInForce()
  if (titles?.of !== pages) {
    const rules = pages.flatMap(({ fields }) => Object.values(fields))
    const under = rules.flatMap((rule) => ("under" in rule && rule.under ? [fold(rule.under)] : []))
    titles = { of: pages, known: new Set(under) }
  }
  return titles.known
}

/**
 * One look at a page as it is now: what is found is kept for the time of this look and never longer, because
 * the page may change at any moment. Everything in it costs at most one walk through the page.
 */
export class PageLook {
  readonly roots: Roots
  private readonly titles = new Set(knownTitles())
  private readonly texts = new Map<Root, readonly BlockText[]>()
  private labels: Map<Element, Element[]> | undefined
  private above: Map<Element, string> | undefined
  private readonly found = new Map<ControlKind, readonly Control[]>()

  constructor(readonly document: Document) {
    this.roots = rootsOf(document)
  }

  /**
   * The text fields, radio buttons, lists, file fields or boxes. Read-only and disabled ones are among them, so that a refusal can say so
   * instead of « not found »; so are hidden ones, which `reachable` tells.
   */
  controls(kind: ControlKind): readonly Control[] {
    const known = this.found.get(kind)
    if (known) return known
    const { selector, wanted } = kinds[kind]
    const controls: Control[] = []
    for (const root of this.roots.all) {
      for (const element of root.querySelectorAll<TextControl>(selector))
        if (wanted(element)) controls.push(new Control(element, this))
    }
    this.found.set(kind, controls)
    return controls
  }

  /** Every text of the page. */
  *allTexts(): Generator<BlockText> {
    for (const root of this.roots.all) yield* this.textsOf(root)
  }

  private textsOf(root: Root): readonly BlockText[] {
    const texts = this.texts.get(root) ?? blockTexts(root)
    this.texts.set(root, texts)
    return texts
  }

  /** Its `label` elements. Not by `element.labels`, which walks through the whole page for each control. */
  labelsOf(element: Element): readonly Element[] {
    this.labels ??= labelsByControl(this.roots)
    return this.labels.get(element) ?? []
  }

  /** The title above the control, folded. `title` (folded) is looked for even where no known page names it. */
  titleAbove(element: Element, title = ""): string {
    if (title !== "" && !this.titles.has(title)) {
      this.titles.add(title)
      this.above = undefined
    }
    this.above ??= titlesAbove(this.roots, (root) => this.textsOf(root), this.titles)
    return this.above.get(element) ?? ""
  }

  /** What a group of controls is called by its legend or its `aria-` attributes. */
  titleOfGroup(group: Element): { text: string; shownBy: Element | null } | null {
    const id = group.getAttribute("aria-labelledby")
    const root = group.getRootNode() as Document | ShadowRoot
    const by = group.querySelector(":scope > legend") ?? (id ? root.getElementById(id) : null)
    if (by) return { text: fold(shortText(by) ?? ""), shownBy: by }
    const label = group.getAttribute("aria-label")
    return label ? { text: fold(label), shownBy: null } : null
  }

  isAloneIn(group: Element): boolean {
    const inside = [...group.querySelectorAll(controlSelector)].filter((it) => it.localName !== "button")
    return inside.length === 1
  }
}

type ControlKind = "text" | "choice" | "select" | "file" | "check"

const kinds: Record<ControlKind, { selector: string; wanted(element: TextControl): boolean }> = {
  text: { selector: "input,textarea", wanted: isTextControl },
  choice: { selector: "input[type=radio]", wanted: isRadio },
  select: { selector: "select:not([multiple])", wanted: () => true },
  file: { selector: "input[type=file]", wanted: () => true },
  check: { selector: "input[type=checkbox]", wanted: () => true },
}

function labelsByControl(roots: Roots): Map<Element, Element[]> {
  const labels = new Map<Element, Element[]>()
  for (const root of roots.all) {
    for (const label of root.querySelectorAll("label")) {
      const { control } = label
      if (!control) continue
      const others = labels.get(control)
      if (others) others.push(label)
      else labels.set(control, [label])
    }
  }
  return labels
}
