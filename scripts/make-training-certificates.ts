import { writeFile } from "node:fs/promises"
import { passesLuhn } from "../shared/identity/luhn"
import { openAuthority } from "../test/authority/authority"
import {
  currentName,
  type DistinguishedName,
  employeeName,
  olderName,
  type Person,
} from "../test/authority/names"

// `npx tsx scripts/make-training-certificates.ts`: makes the certificates of the training cards anew. They are
// kept in the repository, so that training needs no authority and starts at once. The keys are thrown away:
// nothing can ever be signed in the name of these people, who do not exist.

const withKey = (digits: string) => digits + [..."0123456789"].find((key) => passesLuhn(digits + key))
/** No department has the number 99, and no RPPS in use begins with 997. */
const finess = withKey("99000000")

const doctor: Person = {
  idNat: `8${withKey("9970000042")}`,
  familyName: "FICTIVE-MARTIN",
  givenName: "CAMILLE",
}
const nurse: Person = { idNat: `8${withKey("9970000117")}`, familyName: "ESSAI", givenName: "DOMINIQUE" }
const assistant: Person = { idNat: `3${finess}/0000000007`, familyName: "MODELE", givenName: "CLAUDE" }
const retired: Person = { idNat: "00B7010446", familyName: "PERIMEE", givenName: "MAXENCE" }

type Card = { name: string; subject: DistinguishedName; from?: string; to?: string }

const cards: Card[] = [
  { name: "doctor", subject: currentName(doctor, "Médecin") },
  { name: "nurse", subject: currentName(nurse, "Infirmier") },
  { name: "assistant", subject: employeeName(assistant, `1${finess}`, "CABINET MEDICAL FICTIF") },
  { name: "expired", subject: olderName(retired, "Médecin"), from: "2019-03-01", to: "2022-02-28" },
]

const authority = await openAuthority()
const lines: string[] = []
for (const { name, ...card } of cards) {
  const base64 = async (use: "authentication" | "signature") =>
    Buffer.from(await authority.issue({ ...card, use })).toString("base64")
  lines.push(
    `  ${name}: {`,
    `    authentication: der("${await base64("authentication")}"),`,
    `    signature: der("${await base64("signature")}"),`,
    "  },",
  )
}
await writeFile(
  "bridge/training/cards/cps-certificates.ts",
  `/**
 * The certificates of the training CPS cards, DER, in the documented shapes: today's, an employee's, and the older
 * one, whose card has expired. Fictitious people, signed by a test authority whose key is gone.
 * Made by \`npx tsx scripts/make-training-certificates.ts\`.
 */
export const cpsCertificates = {
${lines.join("\n")}
}

function der(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, "base64"))
}
`,
)
