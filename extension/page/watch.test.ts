// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { documentWith } from "../../test/dom"
import { watchPage } from "./watch"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const form = '<form><select><option value="a">A</option></select><input></form>'

describe("watching a page", () => {
  it.each(["input", "change"])("%s by a person, is looked at once the page rests", (kind) => {
    const look = vi.fn()
    const stop = watchPage(documentWith(form), look)
    document.querySelector("select")?.dispatchEvent(new Event(kind, { bubbles: true }))
    document.querySelector("input")?.dispatchEvent(new Event(kind, { bubbles: true }))
    expect(look).not.toHaveBeenCalled()
    vi.advanceTimersByTime(300)
    expect(look).toHaveBeenCalledTimes(1)
    stop()
  })

  it("form that is sent, is looked at before the page goes", () => {
    const look = vi.fn()
    const stop = watchPage(documentWith(form), look)
    document.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }))
    expect(look).toHaveBeenCalledTimes(1)
    stop()
  })

  it("stopped, looks no more", () => {
    const look = vi.fn()
    watchPage(documentWith(form), look)()
    document.querySelector("input")?.dispatchEvent(new Event("input", { bubbles: true }))
    document.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }))
    vi.advanceTimersByTime(5_000)
    expect(look).not.toHaveBeenCalled()
  })
})
