/** Texts that only this file makes: nothing that was read from a card or heard from a socket can pass for one. */
declare const made: unique symbol
export type ErrorClass = string & { readonly [made]: "class" }
export type CodePlace = string & { readonly [made]: "place" }

const classes = [
  "Error",
  "TypeError",
  "RangeError",
  "SyntaxError",
  "ReferenceError",
  "EvalError",
  "URIError",
  "AggregateError",
  "AssertionError",
  "AbortError",
  "OperationError",
  "BridgeError",
]

/**
 * What a defect may say of itself: its class, and the places in our code that led to it. Never its message,
 * which could hold what was being read.
 */
export function describeDefect(thrown: unknown): { error: ErrorClass; places: CodePlace[] } {
  if (!(thrown instanceof Error)) return { error: typeof thrown as ErrorClass, places: [] }
  const { message, stack = "" } = thrown
  // A name that is none of these could be anything: it is a field like another.
  const error = (classes.find((known) => known === thrown.name) ?? "Error") as ErrorClass
  // V8 puts the message, however many lines it has, before the places.
  const below = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ""
  const places = below.split("\n").flatMap((line) => /^\s+at .*?([^/\\(]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
  return { error, places: places as CodePlace[] }
}
