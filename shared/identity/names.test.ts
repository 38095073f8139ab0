import fc from "fast-check"
import { expect, test } from "vitest"
import { breaksLexicalRule, firstGivenNameMatches, foldName, normaliseName, sameName } from "./names"

test.each([
  ["Zoé", "ZOE"],
  ["  françois\u00a0 noël ", "FRANCOIS NOEL"],
  ["Lœtitia", "LOETITIA"],
  ["Æmilia", "AEMILIA"],
  ["Weiß", "WEISS"],
  ["WEIẞ", "WEISS"],
  ["D’Arc", "D'ARC"],
  ["Garcia\u2011Hammadi", "GARCIA-HAMMADI"],
  ["GARCIA--LOPEZ", "GARCIA--LOPEZ"],
  ["e\u0301lodie", "ELODIE"],
])("name, « %s », in INS style, is %s", (text, name) => {
  expect(normaliseName(text)).toEqual({ name })
})

test.each([
  ["", "empty"],
  ["  - ' ", "empty"],
  ["Søren", "character"],
  ["Łucja", "character"],
  ["Иван", "character"],
  ["DARK2", "character"],
  ["DARK, Jeanne", "character"],
  ["A".repeat(101), "too-long"],
])("name, « %s », is refused: %s", (text, refusal) => {
  expect(normaliseName(text)).toEqual({ refusal })
})

test.each([
  ["GARCIA-HAMMADI", "Garcia Hammadi", true],
  ["D'ARC", "d’arc", true],
  ["D'ARC", "DARC", false],
  ["DARK", "DARKE", false],
  ["Søren", "Søren", true],
  ["Søren", "Soren", null],
  ["", "", null],
])("names, « %s » and « %s », same: %s", (one, other, same) => {
  expect(sameName(one, other)).toBe(same)
})

test.each([
  ["JEAN", "JEAN CHRISTOPHE PIERRE", true],
  ["JEAN-CHRISTOPHE", "JEAN CHRISTOPHE PIERRE", true],
  ["JEAN CHRISTOPHE-PIERRE", "JEAN CHRISTOPHE PIERRE", true],
  ["CHRISTOPHE", "JEAN CHRISTOPHE PIERRE", false],
  ["JEA", "JEAN CHRISTOPHE PIERRE", false],
  ["JEAN CHRISTOPHE PIERRE MARIE", "JEAN CHRISTOPHE PIERRE", false],
  ["Ø", "JEAN", null],
])("first given name, %s against %s (EXI ID 10), matches: %s", (first, list, matches) => {
  expect(firstGivenNameMatches(first, list)).toBe(matches)
})

test.each([
  ["-DARK", "family", true],
  ["'T HOOFT", "family", false],
  ["D' ARC", "family", true],
  ["GARCIA--LOPEZ", "family", false],
  ["ANNE--MARIE", "given", true],
  ["ANNE-", "given", true],
  ["ANNE-MARIE", "given", false],
] as const)("name, %s as %s name, breaks the lexical rule of INSi: %s", (name, kind, breaks) => {
  expect(breaksLexicalRule(name, kind)).toBe(breaks)
})

test("name, any text, gets an answer; a normal name is normal and the same as what was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.string(), (text, other) => {
      const normal = normaliseName(text)
      if ("name" in normal) {
        expect(normal.name).toMatch(/^[A-Z' -]+$/)
        expect(normaliseName(normal.name)).toEqual(normal)
        expect(sameName(text, normal.name)).toBe(true)
        expect(firstGivenNameMatches(text, text)).toBe(true)
      }
      expect(sameName(text, other)).toBe(sameName(other, text))
      foldName(other)
    }),
    { numRuns: 2_000 },
  )
})
