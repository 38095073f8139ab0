import { webcrypto } from "node:crypto"
import {
  type JsonNameParams,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  X509CertificateGenerator,
} from "@peculiar/x509"
import type { DistinguishedName } from "./names"

/**
 * A certificate authority of the tests, in the place of the ANS: its certificates have the shapes, the key sizes
 * and the key usages of those on CPS cards, and its name says TEST.
 */
export type Authority = { issue(request: CertificateRequest): Promise<Uint8Array> }

/** `use` becomes the key usage, as the reference (cards, §3.9) gives it; null leaves the extension out. */
export type CertificateRequest = {
  subject: DistinguishedName
  use: keyof typeof usages | null
  /** Both days whole, UTC; by default a validity that covers any test's lifetime. */
  from?: string
  to?: string
}

const usages = {
  authentication: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment,
  signature: KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation,
  encryption: KeyUsageFlags.keyEncipherment,
}

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
}

export async function openAuthority(
  issuer = "C=FR, O=ASIP-SANTE, CN=TEST AC IGC-SANTE FORT PERSONNES",
): Promise<Authority> {
  const provider = webcrypto as Crypto
  // One pair for all: no signature of a holder is ever asked for.
  const { privateKey, publicKey } = await provider.subtle.generateKey(algorithm, true, ["sign", "verify"])
  let issued = 0
  return {
    async issue({ subject, use, from = "2024-01-01", to = "2049-12-31" }) {
      issued++
      const certificate = await X509CertificateGenerator.create(
        {
          serialNumber: issued.toString(16).padStart(4, "0"),
          // The library's type wants all values of an RDN in the same form; its code does not.
          subject: new Name(subject as JsonNameParams),
          issuer,
          notBefore: new Date(`${from}T00:00:00Z`),
          notAfter: new Date(`${to}T23:59:59Z`),
          signingKey: privateKey,
          publicKey,
          signingAlgorithm: algorithm,
          extensions: use === null ? [] : [new KeyUsagesExtension(usages[use], true)],
        },
        provider,
      )
      return new Uint8Array(certificate.rawData)
    },
  }
}
