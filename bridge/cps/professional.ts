import type { Professional } from "../../shared/cards/cps"
import { professionCode } from "../../shared/identity/professions"
import { parseIdNat } from "../../shared/identity/rpps"
import type { Certificate } from "./certificate"
import { type Attribute, attribute } from "./distinguished-name"
import { type Parsed, refused } from "./parsed"

/**
 * Whom a certificate names, in each of the shapes that are documented (reference: cards, §3.9): today's personal
 * CPS (profession in `title`), the older one (profession in `OU`), and the cards of employees, some of which
 * name nobody. An attribute that is there twice could be either: the card is refused.
 */
export function professionalOf(certificate: Certificate): Parsed<Professional> {
  const { subject, issuer, validFrom, validTo } = certificate
  const one = (oid: string) => onlyText(subject, oid)
  const [familyName, givenName] = [one(attribute.surname), one(attribute.givenName)]
  const [pseudonym, commonName, title] = [
    one(attribute.pseudonym),
    one(attribute.commonName),
    one(attribute.title),
  ]
  if (familyName === undefined || givenName === undefined || pseudonym === undefined) return refused("twice")
  if (commonName === undefined || title === undefined) return refused("twice")
  if (![familyName, givenName, pseudonym, commonName, title].every(isPrintable)) return refused("name")
  const idNat = parseIdNat(commonName ?? "")
  const units = textsOf(subject, attribute.organisationalUnit).filter(isPrintable)
  const known = "kind" in idNat ? idNat : null
  // A technical certificate may carry a number that looks like an identifier; only the RPPS proves itself by a key.
  if (!familyName && !pseudonym && known?.kind !== "rpps") return refused("nobody")
  return {
    ok: true,
    value: {
      familyName,
      givenName,
      pseudonym,
      idNat: known,
      profession: professionIn(title, units),
      structure: units.map(structureOf).find((structure) => structure !== null) ?? null,
      organisation: organisationIn(subject),
      validFrom,
      validTo,
      test: isTest(subject, issuer, known?.kind === "rpps" ? known.id : ""),
    },
  }
}

type Structure = NonNullable<Professional["structure"]>

/** Identifiers of structures, by their prefix (TRE_G07), in the OU of employees' cards. */
const structureShapes: Readonly<Record<string, { kind: Structure["kind"]; shape: RegExp }>> = {
  "0": { kind: "adeli-cabinet", shape: /^[0-9A-Z]{9,11}$/ },
  "1": { kind: "finess", shape: /^\d[0-9AB]\d{7}$/ },
  "2": { kind: "siren", shape: /^\d{9}$/ },
  "3": { kind: "siret", shape: /^\d{14}$/ },
  "4": { kind: "rpps-rang", shape: /^\d{14}$/ },
}

function structureOf(unit: string): Structure | null {
  const known = structureShapes[unit.charAt(0)]
  const id = unit.slice(1)
  return known?.shape.test(id) ? { kind: known.kind, id } : null
}

/** The title of a service card names the card and no profession. */
const cardTitle = /^carte de service/i

/** An OU is a profession only if it is one of the list: other certificates put other things there. */
function professionIn(title: string | null, units: readonly string[]): Professional["profession"] {
  if (title !== null) return cardTitle.test(title) ? null : { label: title, code: professionCode(title) }
  const [label, other] = units.filter((unit) => professionCode(unit) !== null)
  return label !== undefined && other === undefined ? { label, code: professionCode(label) } : null
}

/** The organisations that issue the cards stand in the same attribute as an employer. */
const issuers = /^(GIP-CPS|TEST|ASIP-SANTE|ANS)$/i

function organisationIn(subject: readonly Attribute[]): string | null {
  const [name, other] = textsOf(subject, attribute.organisation).filter((text) => !issuers.test(text))
  return name !== undefined && other === undefined && isPrintable(name) ? name : null
}

/**
 * A card made for tests: its authority or its organisation says TEST, or its RPPS is one of the range that the
 * ANS draws its test cards from (997 and 999 in every published example).
 */
function isTest(subject: readonly Attribute[], issuer: readonly Attribute[], rpps: string): boolean {
  const saysTest = ({ text }: Attribute) => /\bTEST\b/i.test(text)
  const organisations = subject.filter(({ oid }) => oid === attribute.organisation)
  return issuer.some(saysTest) || organisations.some(saysTest) || /^99[79]/.test(rpps)
}

function textsOf(attributes: readonly Attribute[], oid: string): string[] {
  return attributes
    .filter((one) => one.oid === oid)
    .map(({ text }) => text.trim())
    .filter((text) => text !== "")
}

/** Null when it is not there, undefined when it is there twice. */
function onlyText(attributes: readonly Attribute[], oid: string): string | null | undefined {
  const [text, ...others] = textsOf(attributes, oid)
  return others.length > 0 ? undefined : (text ?? null)
}

/** Nothing that no card prints, and nothing longer than what travels. */
function isPrintable(text: string | null): boolean {
  return text === null || (text.length <= 200 && !/\p{Cc}|\p{Cf}/u.test(text))
}
