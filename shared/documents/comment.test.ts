import { expect, test } from "vitest"
import { commentLength, problemsOfComment } from "./comment"

test("comment, is as long as a page's counter says", () => {
  expect(commentLength("a\r\nb")).toBe(3)
  expect(commentLength("a\rb")).toBe(3)
  expect(commentLength("🦴")).toBe(2)
  expect(commentLength("")).toBe(0)
})

test("comment, of a thousand characters is taken and one more is not", () => {
  expect(problemsOfComment("a".repeat(1_000))).toEqual([])
  expect(problemsOfComment("a".repeat(1_001))).toEqual(["comment-too-long"])
  expect(problemsOfComment("\r\n".repeat(1_000))).toEqual([])
})

test("comment, characters that no form shows are named", () => {
  expect(problemsOfComment("a\u0000b")).toEqual(["comment-characters"])
  expect(problemsOfComment("half \ud83e")).toEqual(["comment-characters"])
  expect(problemsOfComment("lines\nand\ttabs, é, 🦴")).toEqual([])
})
