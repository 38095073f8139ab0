import { describe, expect, test } from "vitest"
import { checkAccount } from "./check-account"
import { checkCode } from "./check-code"
import { errorSentences as say } from "./error-sentences"

describe("account form", () => {
  const right = { identifier: "zoe.adrun", password: "Fictif-2026", again: "Fictif-2026" }
  test.each([
    ["right", {}, []],
    ["all empty", { identifier: "", password: "", again: "" }, [say.identifierFormat, say.passwordWeak]],
    ["identifier too short", { identifier: "zoe" }, [say.identifierFormat]],
    ["identifier with spaces", { identifier: "zoe adrun" }, [say.identifierFormat]],
    ["password of 8", { password: "Fict-202", again: "Fict-202" }, [say.passwordWeak]],
    ["without a capital", { password: "fictif-2026", again: "fictif-2026" }, [say.passwordWeak]],
    ["without a small letter", { password: "FICTIF-2026", again: "FICTIF-2026" }, [say.passwordWeak]],
    ["without a digit", { password: "Fictif-abcd", again: "Fictif-abcd" }, [say.passwordWeak]],
    ["without another character", { password: "Fictif2026", again: "Fictif2026" }, [say.passwordWeak]],
    ["confirmed otherwise", { again: "Fictif-2027" }, [say.passwordsDiffer]],
  ])("%s", (_, form, expected) => {
    expect(checkAccount({ ...right, ...form }).map(({ message }) => message)).toEqual(expected)
  })
})

test.each([
  ["", { result: "wrong", message: say.codeMissing }],
  ["court", { result: "wrong", message: say.codeFormat }],
  ["FICTIF12345É", { result: "wrong", message: say.codeFormat }],
  ["faux00000000", { result: "wrong", message: say.codeWrong }],
  ["EXPIRE000000", { result: "expired" }],
  ["UTILISE00000", { result: "used" }],
  [" fictif123456 ", { result: "right" }],
])("code « %s »", (typed, expected) => {
  expect(checkCode(typed)).toEqual(expected)
})
