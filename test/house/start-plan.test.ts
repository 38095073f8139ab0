import { expect, test } from "vitest"
import { planStart } from "../../scripts/start-plan"

const machines = [null, "no reader"].flatMap((trouble) =>
  [true, false].flatMap((display) =>
    (["chromium", "firefox", null] as const).map((installed) => ({ trouble, display, installed })),
  ),
)

test.each(machines)("npm start, %j, pairs a browser by itself in training and nowhere else", (machine) => {
  const { serve, home, opens } = planStart(machine)
  expect(serve).toEqual(machine.trouble === null ? [] : ["--simulate"])
  expect(opens).toBe(machine.trouble !== null && machine.display ? machine.installed : null)
  // Its key goes with the folder: it is never among the pairings that serve real cards.
  expect(home).toBe(opens === null ? "user" : "own")
})
