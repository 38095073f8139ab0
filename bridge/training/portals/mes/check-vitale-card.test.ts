import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { nirKey } from "../../../../shared/identity/nir"
import { checkVitaleCard } from "./check-vitale-card"
import { errorSentences as say } from "./error-sentences"

const right = { cardKind: "avec-photo", nir: "2 75 12 63 220 749 74", serial: "0102457612 4" }
const messages = (form: Partial<typeof right>) =>
  checkVitaleCard({ ...right, ...form }).map(({ message }) => message)

describe("Vitale card form", () => {
  test.each([
    ["with photo, all right", {}, []],
    ["Corsican number, without spaces", { nir: "180032B02040123" }, []],
    ["without photo, 8 digits", { cardKind: "sans-photo", serial: "12345678" }, []],
    ["without photo, 13 digits", { cardKind: "sans-photo", serial: "1234567890123" }, []],
    [
      "nothing typed",
      { cardKind: "", nir: "", serial: "" },
      [say.cardKindMissing, say.nirMissing, say.serialMissing],
    ],
    ["kind of card of another value", { cardKind: "autre" }, [say.cardKindMissing]],
    ["number too short", { nir: "27512632207497" }, [say.nirLength]],
    ["number too long", { nir: "2751263220749744" }, [say.nirLength]],
    ["number with a wrong key", { nir: "275126322074975" }, [say.nirFormat]],
    ["number of no known shape", { nir: "AAAAAAAAAAAAAAA" }, [say.nirFormat]],
    ["month 20 of the register, refused by the portal", { nir: "284202B32102528" }, [say.nirFormat]],
    ["temporary number, refused by the portal", { nir: "884058832102523" }, [say.nirFormat]],
    ["serial with letters", { serial: "0102457612A" }, [say.serialNotDigits]],
    ["with photo, 10 digits", { serial: "0102457612" }, [say.serialWithPhoto]],
    ["with photo, 12 digits", { serial: "010245761245" }, [say.serialWithPhoto]],
    ["without photo, 7 digits", { cardKind: "sans-photo", serial: "1234567" }, [say.serialWithoutPhoto]],
    [
      "without photo, 14 digits",
      { cardKind: "sans-photo", serial: "12345678901234" },
      [say.serialWithoutPhoto],
    ],
    ["kind not chosen, no length is wrong yet", { cardKind: "", serial: "1" }, [say.cardKindMissing]],
    ["serial whose Luhn key is wrong: not the portal's business", { serial: "01024576125" }, []],
  ])("%s", (_, form, expected) => {
    expect(messages(form)).toEqual(expected)
  })

  test("any number that the official application's pattern takes, with its key, is taken", () => {
    const body = fc.stringMatching(/^[12]\d{2}(0[1-9]|1[0-2])(2[AB]|[0-9]{2})\d{6}$/)
    fc.assert(
      fc.property(body, (thirteen) => {
        expect(messages({ nir: thirteen + String(nirKey(thirteen)).padStart(2, "0") })).toEqual([])
      }),
    )
  })

  test("any text gives errors or none, never an exception", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (cardKind, nir, serial) => {
        expect(checkVitaleCard({ cardKind, nir, serial }).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
