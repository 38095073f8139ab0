import { errorCodes } from "../../shared/protocol/errors"
import { diagnose, firstBroken } from "../doctor/diagnose"
import type { Finding } from "../doctor/finding"
import { look, programFolder } from "../doctor/look"
import type { Diagnosis } from "../locales/doctor-fr"
import { lookAtCards } from "./look-at-cards"
import { errorText, print, say } from "./speech"

/**
 * Goes along the chain from the card to the browser and prints how each link stands and what to do, or with `json`
 * an array of `{link, state, code, detail}`. Changes nothing, and reads the cards in shared mode beside a bridge
 * that serves. Fails when a link is broken.
 */
export async function doctor({ json }: { json: boolean }): Promise<void> {
  const findings = diagnose(await look(lookAtCards(), programFolder()))
  const broken = firstBroken(findings)
  if (broken) process.exitCode = 1
  if (json) return print(JSON.stringify(findings))
  for (const finding of findings) print(lines(finding))
  if (hasReadBesideABridge(findings)) print(say.doctor.beside)
  print("")
  print(summary(findings, broken))
}

function hasReadBesideABridge(findings: readonly Finding[]): boolean {
  const found = new Set(findings.map(({ code }) => code))
  return found.has("bridge-serves") && (found.has("vitale-read") || found.has("cps-read"))
}

function lines({ link, state, code, detail }: Finding): string {
  const { sentence, remedy } = diagnosisOf(code)
  const named = Object.values(detail).flatMap((value) =>
    typeof value === "string" || Array.isArray(value) ? value : [],
  )
  const whole = named.length > 0 ? `${sentence} (${named.join(", ")}).` : `${sentence}.`
  const line = say.doctor.line(say.doctor.links[link], say.doctor.states[state], whole)
  return state !== "holds" && remedy ? `${line}\n  ${say.remedy} ${remedy}` : line
}

function diagnosisOf(code: Finding["code"]): Diagnosis {
  return isErrorCode(code) ? errorText(code) : say.doctor.findings[code]
}

const errors: ReadonlySet<string> = new Set(errorCodes)

function isErrorCode(code: Finding["code"]): code is (typeof errorCodes)[number] {
  return errors.has(code)
}

function summary(findings: readonly Finding[], broken: Finding["link"] | null): string {
  if (broken) return say.doctor.firstBroken(say.doctor.links[broken])
  return findings.every(({ state }) => state === "holds") ? say.doctor.allHold : say.doctor.noneBroken
}
