import type { FieldError } from "../fields"
import { errorSentences } from "./error-sentences"

/** The fields' names on the page; ours. */
export const accountFields = {
  identifier: "identifiant",
  password: "mot-de-passe",
  again: "confirmation-mot-de-passe",
} as const

export type AccountForm = { identifier: string; password: string; again: string }

/** The password rule is the official application's: 9 characters of four kinds. The identifier's is ours. */
export function checkAccount({ identifier, password, again }: AccountForm): FieldError[] {
  const errors: FieldError[] = []
  if (!/^[\w.@-]{6,50}$/.test(identifier.trim()))
    errors.push({ field: accountFields.identifier, message: errorSentences.identifierFormat })
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u]
  if (password.length < 9 || !kinds.every((kind) => kind.test(password)))
    errors.push({ field: accountFields.password, message: errorSentences.passwordWeak })
  if (again !== password) errors.push({ field: accountFields.again, message: errorSentences.passwordsDiffer })
  return errors
}
