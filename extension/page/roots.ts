/** A tree of elements with its own ids: a document or the inside of an open shadow root. */
export type Root = Document | ShadowRoot

/** The trees that make one page, and which element carries each tree inside another. */
export type Roots = { all: readonly Root[]; carriedBy: ReadonlyMap<Element, Root> }

/** How deep frames and shadow roots may nest. No honest page comes near; a page that recurses must end. */
const maxNesting = 12

/**
 * The document, its open shadow roots and its same-origin frames, each after the one that carries it. What
 * the browser keeps from us (closed roots, frames of another origin) is passed over without a word.
 */
export function rootsOf(document: Document): Roots {
  const all: Root[] = []
  const carriedBy = new Map<Element, Root>()
  const visit = (root: Root, nesting: number): void => {
    all.push(root)
    if (nesting === maxNesting) return
    const enter = (element: Element, inner: Root | null): void => {
      if (!inner) return
      carriedBy.set(element, inner)
      visit(inner, nesting + 1)
    }
    // Any element may carry a shadow root, and no selector finds those that do.
    for (const element of root.querySelectorAll("*"))
      if (element.shadowRoot) enter(element, element.shadowRoot)
    for (const frame of root.querySelectorAll<HTMLIFrameElement>("iframe,frame"))
      enter(frame, frameDocument(frame))
  }
  visit(document, 0)
  return { all, carriedBy }
}

/** The element that carries the tree in which this node stands, or null at the top of the page. */
export function carrierOf(node: Node): Element | null {
  const root = node.getRootNode()
  if (isShadowRoot(root)) return root.host
  const view = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).defaultView : null
  try {
    return view?.frameElement ?? null
  } catch {
    // A page framed by another origin: the frame is not ours to see, so this is the top for us.
    return null
  }
}

function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    // Older browsers throw for another origin instead of answering null.
    return null
  }
}

/** Not by `instanceof`: a frame has classes of its own. */
function isShadowRoot(root: Node): root is ShadowRoot {
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in root
}
