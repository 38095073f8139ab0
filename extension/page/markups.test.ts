// @vitest-environment jsdom
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, completeFrames, documentWith } from "../../test/dom"
import { answers, filledWith } from "../../test/markups/answers"
import { type FormSpec, forms } from "../../test/markups/forms"
import { markups, shuffled } from "../../test/markups/markups"
import { contents, mount } from "../../test/markups/mount"
import { renders } from "../../test/markups/renders"
import type { Holding } from "../portals/vocabulary"
import { PageFiller } from "./fill"

beforeAll(completeDom)

const fieldsOf = (form: FormSpec): Holding[] =>
  form.sections.flatMap(({ choice, fields }) => [
    ...(choice ? [choice.field] : []),
    ...fields.map(({ field }) => field),
  ])

const expected = (form: FormSpec) =>
  Object.fromEntries(fieldsOf(form).map((field) => [field, filledWith[field] ?? ""]))

const empty = (form: FormSpec) => Object.fromEntries(fieldsOf(form).map((field) => [field, ""]))

function fill(form: FormSpec): { filler: PageFiller; said: string[] } {
  const filler = new PageFiller(document, form.place)
  const result = filler.fill({ page: form.page, answers, overwrite: [], peopleMark: 0 })
  if ("refusal" in result) return { filler, said: [result.refusal] }
  return {
    filler,
    said: result.receipt.outcomes.map((it) => ("reason" in it ? it.reason : it.outcome)),
  }
}

describe("each form page in each markup", () => {
  it.each(markups.map((it) => [it.form.page, it.name, it] as const))(
    "%s, %s",
    async (_page, _name, markup) => {
      await mount(documentWith(markup.html))
      completeFrames(document)
      const { form, outcome } = markup
      const { filler, said } = fill(form)
      expect(new Set(said)).toEqual(new Set([outcome]))
      expect(contents(document)).toMatchObject(outcome === "filled" ? expected(form) : empty(form))
      expect(contents(document).other ?? "").toBe("")
      const written = outcome === "filled" ? fieldsOf(form).length : 0
      expect(filler.undo()).toMatchObject({ undone: written, left: 0 })
      // A radio button that a script unchecks is no news to a page that hears clicks alone.
      expect({ ...contents(document), "card.photo": "" }).toMatchObject({ ...empty(form), "card.photo": "" })
    },
  )
})

const noise = fc.constantFrom(
  '<div><label>Téléphone <input type="tel"></label></div>',
  '<div><label for="zz">Nom de jeune fille</label><input id="zz"></div>',
  '<div><input type="text" placeholder="Rechercher dans le site"></div>',
  "<p>Prénom usuel du médecin</p>",
  '<div aria-hidden="true"><label>Prénom <input type="text"></label></div>',
  '<div style="display:none">Identifiant <input type="text"></div>',
  "<div inert><label>Mon numéro de série<input></label></div>",
  '<div><label>Prénom<input type="text" style="width:0px"></label></div>',
  '<div><label><input type="checkbox"> Prénom</label></div>',
  "<div><select><option>Date de naissance</option></select></div>",
)

describe("other controls and another order", () => {
  const rendered = Object.entries(renders).filter(([name]) => !["table", "columns"].includes(name))
  it.each(rendered)("%s, change nothing in what is filled", (_name, render) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        fc.array(noise, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (form, between, dice) => {
          const roll = () => dice.next().value ?? 0
          const order = <T>(all: readonly T[]) =>
            [...all]
              .map((it) => ({ it, at: roll() }))
              .sort((one, other) => one.at - other.at)
              .map(({ it }) => it)
          documentWith(shuffled(form, render, order, between))
          expect(new Set(fill(form).said)).toEqual(new Set(["filled"]))
          expect(contents(document)).toEqual({ ...contents(document), ...expected(form) })
          expect(contents(document).other ?? "").toBe("")
        },
      ),
      { numRuns: 25 },
    )
  })
})
