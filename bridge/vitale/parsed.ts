/**
 * What a file of the card turned out to be. A refusal names the rule that failed and never quotes the card.
 * `other-file` is the one that is nobody's fault: another program moved the card to its other file.
 */
export type Refusal =
  | "not-tlv"
  | "other-file"
  | "no-holder"
  | "too-many"
  | "name"
  | "birth-date"
  | "nir"
  | "count"

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}

/** All of them, or the first refusal: no card is half read. */
export function all<Value>(parts: readonly Parsed<Value>[]): Parsed<Value[]> {
  const values: Value[] = []
  for (const part of parts) {
    if (!part.ok) return part
    values.push(part.value)
  }
  return { ok: true, value: values }
}
