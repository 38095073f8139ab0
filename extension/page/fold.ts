/**
 * Two texts that a person would call the same: accents, case, both apostrophes, all kinds of spaces, and the
 * marks that forms hang on a label (`*`, `:`) do not count.
 */
export function fold(text: string): string {
  // Every text of a page is folded, and most need nothing but their capitals taken down.
  if (/^[!-),-9;-_a-~]+(?: [!-),-9;-_a-~]+)*$/.test(text)) return text.toLowerCase()
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : withoutAccents(text)
  const lower = plain.replaceAll("`", "'").toLowerCase()
  return lower.replace(/[\s\u00a0\u202f\u2009*:]+/g, " ").trim()
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘ʼ´]/g, "'")
}

/**
 * The label without its format hint: a trailing parenthesis, an « Ex. … », a counter such as `0 / 15`, or the
 * word that says whether the field must be filled.
 */
export function withoutHint(folded: string): string {
  return folded
    .replace(/\s*\([^()]*\)\s*$/, "")
    .replace(/\s+ex\..*$/, "")
    .replace(/\s+\d+ ?\/ ?\d+.*$/, "")
    .replace(/\s+(- )?(champ )?(obligatoire|requis|facultatif|optionnel)$/, "")
    .trim()
}
