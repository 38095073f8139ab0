/** What a file of a CPS turned out to be. A refusal names the rule that failed and never quotes the card. */
export type Refusal = "not-tlv" | "no-certificate" | "not-a-certificate" | "name" | "twice" | "nobody"

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export function refused(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
