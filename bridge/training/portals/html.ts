/** A piece of HTML that is already safe to put in a page. Only `html` makes one. */
export class Html {
  constructor(readonly text: string) {}
}

/** What a template may hold. Absent values (`false`, `null`, `undefined`) leave nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[]

/**
 * Our one way to write HTML: everything put in a template is escaped, save what `html` itself made.
 * Attributes must stand between double quotes.
 */
export function html(pieces: TemplateStringsArray, ...contents: Content[]): Html {
  const written = contents.map((content, rank) => render(content) + (pieces[rank + 1] ?? ""))
  return new Html((pieces[0] ?? "") + written.join(""))
}

function render(content: Content): string {
  if (content instanceof Html) return content.text
  if (Array.isArray(content)) return content.map(render).join("")
  if (content === false || content === null || content === undefined) return ""
  return escapeText(String(content))
}

/**
 * A carriage return is escaped because a browser would otherwise read it back as a line feed, and NUL
 * because no page can hold one (HTML, §13.2.3.5 and §13.2.5).
 */
const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
  "\0": "\ufffd",
}

function escapeText(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (char) => escapes[char] ?? "")
}
