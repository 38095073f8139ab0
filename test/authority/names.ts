import type { JsonAttributeObject } from "@peculiar/x509"
import { attribute } from "../../bridge/cps/distinguished-name"

/** RDNs in order; each attribute by its OID, as text or in a given string type. */
export type DistinguishedName = Record<string, string[] | JsonAttributeObject[]>[]

/** Distinguished names in the documented shapes (reference: cards, §3.9), for fictitious people. */
export type Person = { idNat: string; familyName: string; givenName: string }

const utf8 = (text: string) => [{ utf8String: text }]
const printable = (text: string) => [{ printableString: text }]

/** T61String, in Latin-1 as everybody writes it: the library has no such string, so it is given as DER. */
export const t61 = (text: string) => {
  const bytes = Buffer.from(text, "latin1")
  return [`#14${bytes.length.toString(16).padStart(2, "0")}${bytes.toString("hex")}`]
}

const holder = ({ idNat, familyName, givenName }: Person) => ({
  [attribute.commonName]: printable(idNat),
  [attribute.surname]: utf8(familyName),
  [attribute.givenName]: utf8(givenName),
})

/** Today's personal CPS: one RDN for the person, the profession in `title`. */
export function currentName(person: Person, profession: string): DistinguishedName {
  return [{ C: ["FR"] }, { [attribute.title]: utf8(profession) }, holder(person)]
}

/** The older personal CPS: the profession in `OU`, the issuer in `O`. */
export function olderName(person: Person, profession: string): DistinguishedName {
  return [
    { C: ["FR"] },
    { [attribute.organisation]: printable("GIP-CPS") },
    { [attribute.organisationalUnit]: t61(profession) },
    holder(person),
  ]
}

/** The card of an employee, with a name: CPE or CPA. `structure` carries its prefix (1 FINESS, 3 SIRET). */
export function employeeName(person: Person, structure: string, organisation: string): DistinguishedName {
  return [
    { C: ["FR"] },
    { "2.5.4.8": utf8("Ville fictive (99)") },
    { [attribute.organisation]: utf8(organisation) },
    { [attribute.organisationalUnit]: printable(structure) },
    holder(person),
  ]
}

/** A service card: an employee known by a pseudonym alone. */
export function serviceName(
  { idNat, pseudonym }: { idNat: string; pseudonym: string },
  structure: string,
  organisation: string,
): DistinguishedName {
  return [
    { C: ["FR"] },
    { [attribute.organisation]: utf8(organisation) },
    { [attribute.organisationalUnit]: printable(structure) },
    { [attribute.title]: utf8("Carte de service santé ou social") },
    { [attribute.pseudonym]: utf8(pseudonym) },
    { [attribute.commonName]: printable(idNat) },
  ]
}
