import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { LogEvent } from "./log"
import { Refusals } from "./refusals"

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test("refusals, a flood, is one line at once and one count every ten seconds", () => {
  const logged: LogEvent[] = []
  const refusals = new Refusals((event) => logged.push(event))
  for (let times = 0; times < 10_000; times += 1) refusals.add("origin-foreign")
  refusals.add("host")
  expect(logged).toEqual([
    { event: "refused", reason: "origin-foreign", count: 1 },
    { event: "refused", reason: "host", count: 1 },
  ])
  vi.advanceTimersByTime(10_000)
  expect(logged.slice(2)).toEqual([{ event: "refused", reason: "origin-foreign", count: 9_999 }])
  vi.advanceTimersByTime(60_000)
  refusals.stop()
  expect(logged).toHaveLength(3)
})
