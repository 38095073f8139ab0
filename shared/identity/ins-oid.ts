/**
 * The authorities that give a matricule INS, by OID 1.2.250.1.213.1.4.x.
 * Source: identity.md §2 (FR Core; .8 to .11), and for the old INS-C .2, .6, .7. The OID .2 named the INS-C of
 * production, a number of 22 digits that no longer identifies anyone: refused everywhere. Whoever uses a
 * matricule refuses `test` and `demonstration` outside training.
 */
export type InsKind = "production" | "test" | "demonstration"

export const insOidRoot = "1.2.250.1.213.1.4."
export const nirOid = `${insOidRoot}8`
export const niaOid = `${insOidRoot}9`
export const testOid = `${insOidRoot}10`
export const demonstrationOid = `${insOidRoot}11`

const kinds = new Map<string, InsKind>([
  [nirOid, "production"],
  [niaOid, "production"],
  [testOid, "test"],
  [demonstrationOid, "demonstration"],
  [`${insOidRoot}6`, "test"],
  [`${insOidRoot}7`, "demonstration"],
])

export function insKind(oid: string): InsKind | { refusal: "oid-old" | "oid-unknown" } {
  return kinds.get(oid) ?? { refusal: oid === `${insOidRoot}2` ? "oid-old" : "oid-unknown" }
}
