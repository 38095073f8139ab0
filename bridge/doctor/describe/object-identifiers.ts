/** Names of the object identifiers that the known certificates use (X.520, RFC 4519, RFC 5280, RFC 8017). */
const names: Record<string, string> = {
  "2.5.4.3": "commonName",
  "2.5.4.4": "surname",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "country",
  "2.5.4.7": "locality",
  "2.5.4.8": "stateOrProvince",
  "2.5.4.10": "organisation",
  "2.5.4.11": "organisationalUnit",
  "2.5.4.12": "title",
  "2.5.4.42": "givenName",
  "2.5.4.65": "pseudonym",
  "2.5.29.14": "subjectKeyIdentifier",
  "2.5.29.15": "keyUsage",
  "2.5.29.17": "subjectAltName",
  "2.5.29.31": "cRLDistributionPoints",
  "2.5.29.32": "certificatePolicies",
  "2.5.29.35": "authorityKeyIdentifier",
  "2.5.29.37": "extKeyUsage",
  "1.2.840.113549.1.1.1": "rsaEncryption",
  "1.2.840.113549.1.1.5": "sha1WithRSA",
  "1.2.840.113549.1.1.10": "rsaPSS",
  "1.2.840.113549.1.1.11": "sha256WithRSA",
}

/**
 * Registers under which an unknown identifier is told by its number: attributes and extensions of X.500, RSA, PKIX,
 * the French health agency. Their branches are short numbers; anything longer could be somebody's own.
 */
const registers = ["2.5.4.", "2.5.29.", "1.2.840.113549.", "1.3.6.1.5.5.7.", "1.2.250.1.71."]
const longestArc = 3
const mostArcs = 12

/** `2.5.4.3 commonName`, `1.2.250.1.71.1.2.7`, or `other` for one that says more than a kind of thing. */
export function toldOid(oid: string): string {
  const name = names[oid]
  if (name) return `${oid} ${name}`
  const register = registers.find((start) => oid.startsWith(start))
  const arcs = register ? oid.slice(register.length).split(".") : []
  const short = arcs.length > 0 && arcs.length <= mostArcs && arcs.every((arc) => arc.length <= longestArc)
  return short ? oid : "other"
}

/** The dotted form of an OBJECT IDENTIFIER's content (X.690, §8.19). Total: any bytes give some text. */
export function oidText(content: Uint8Array): string {
  const numbers: number[] = []
  let number = 0
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    numbers.push(number)
    number = 0
  }
  const [first, ...rest] = numbers
  if (first === undefined) return ""
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join(".")
}
