import { type ErrorText, errorTexts, type Language } from "../../shared/protocol/error-texts"
import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"
import { describeDefect } from "../link/defect"
import { en } from "../locales/en"
import { fr, type Sentences } from "../locales/fr"

/** French, unless the locale of the environment is English (POSIX order: LC_ALL, LC_MESSAGES, LANG). */
function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ""
  return /^en\b|^en_/i.test(locale) ? "en" : "fr"
}

export const language = languageOf(process.env)
export const say: Sentences = language === "en" ? en : fr

/** Results go to standard output, for people and scripts. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** All that is said about the work goes to standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

export function errorText(code: ErrorCode): ErrorText {
  return errorTexts[language][code]
}

/** Says what happened, why and what to do, and makes the command fail. */
export function fail(code: ErrorCode): void {
  const { sentence, cause, remedy } = errorText(code)
  tell(`${sentence}. ${cause}\n${say.remedy} ${remedy}`)
  process.exitCode = 1
}

/** The command line itself is wrong: nothing was tried. */
export function refuse(sentence: string): void {
  tell(sentence)
  process.exitCode = 2
}

/** A command whose errors become sentences of the closed list. */
export function speaking<Args extends unknown[]>(
  command: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  return async (...args) => {
    try {
      await command(...args)
    } catch (thrown) {
      if (thrown instanceof BridgeError) return fail(thrown.code)
      fail("internal")
      const { error, places } = describeDefect(thrown)
      tell([error, ...places].join("\n  "))
    }
  }
}
