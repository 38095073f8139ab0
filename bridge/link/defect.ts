/**
 * What a defect may say of itself: its class, and the places in our code that led to it. Never its message,
 * which could hold what was being read.
 */
export function describeDefect(thrown: unknown): { error: string; places: string[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, places: [] }
  const { name, message, stack = "" } = thrown
  // V8 puts the message, however many lines it has, before the places.
  const below = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ""
  const places = below.split("\n").flatMap((line) => /^\s+at .*?([^/\\(]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
  return { error: name, places }
}
