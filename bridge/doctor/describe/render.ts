import type { Sentences } from "../../locales/fr"
import type { CertificateOutline, NameOutline } from "./certificate-outline"
import type { ApplicationDescription, CardDescription, FileDescription } from "./description"
import type { Outline } from "./outline"

type Words = Sentences["describeCard"]["words"]

/** A description as lines that a person can read before mailing them. */
export function renderDescription(card: CardDescription, words: Words): string {
  return [
    `${words.card} ${card.kind}`,
    `ATR : ${card.atr}`,
    ...card.applications.flatMap((application) => applicationLines(application, words)),
    ...(card.stopped ? [`${words.stopped} ${card.stopped}`] : []),
  ].join("\n")
}

function applicationLines(application: ApplicationDescription, words: Words): string[] {
  const { name, by, statusWord, control, fileType, files, absent } = application
  const missing = Object.entries(absent).map(([word, times]) => `${word} × ${times}`)
  return [
    "",
    [`${name} (${by}) : ${statusWord}`, fileType].filter(Boolean).join(", "),
    ...(control ? [`  SELECT : ${outlineText(control)}`] : []),
    ...files.flatMap((file) => fileLines(file, words).map((line) => `  ${line}`)),
    ...(missing.length > 0 ? [`  ${words.absent} ${missing.join(", ")}`] : []),
  ]
}

function fileLines({ by, statusWord, fileType, size, content }: FileDescription, words: Words): string[] {
  const head = [`${by} : ${statusWord}`, fileType, content.kind === "none" ? null : `${size} ${words.bytes}`]
  const line = head.filter(Boolean).join(", ")
  switch (content.kind) {
    case "none":
      return [line]
    case "blank":
      return [`${line}, ${words.blank}`]
    case "opaque":
      return [`${line}, ${words.opaque}`]
    case "tlv":
      return [line, `  ${outlineText(content.objects)}`]
    case "certificate":
      return [line, ...certificateLines(content.certificate, words).map((one) => `  ${one}`)]
  }
}

/** `65 × 3 { 80 [1-31] 82 [8] }` */
function outlineText(objects: readonly Outline[]): string {
  return objects
    .map(({ tag, times, length, inside }) =>
      [
        tag,
        times === undefined ? null : `× ${times}`,
        length === undefined ? null : `[${length}]`,
        inside ? `{ ${outlineText(inside)} }` : null,
      ]
        .filter((part) => part !== null)
        .join(" "),
    )
    .join("  ")
}

function certificateLines(certificate: CertificateOutline, words: Words): string[] {
  const { signatureAlgorithm, keyAlgorithm, keyBits, issuer, subject, validity, keyUsage, extensions } =
    certificate
  return [
    words.certificate,
    `${words.signature} ${signatureAlgorithm}`,
    `${words.key} ${keyAlgorithm}, ${keyBits} bits`,
    `${words.issuer} ${nameText(issuer)}`,
    `${words.subject} ${nameText(subject)}`,
    `${words.validity} ${validity.join(", ")}`,
    `${words.keyUsage} ${keyUsage.join(", ")}`,
    ...extensions.map(
      ({ oid, critical, size }) => `${words.extension} ${oid}, ${critical ? "critical, " : ""}[${size}]`,
    ),
  ]
}

/** One relative name after the other, `+` between the attributes of one. */
function nameText(name: NameOutline): string {
  return name
    .map((relative) => relative.map(({ oid, type, length }) => `${oid} ${type} [${length}]`).join(" + "))
    .join(" ; ")
}
