import fc from "fast-check"

/**
 * What becomes of a valid content when something happens to it: bytes changed, one bit turned, a part lost, told
 * twice, cut off or put in between. Never empty to begin with.
 */
export function nearMisses(valid: Uint8Array): fc.Arbitrary<Uint8Array> {
  const place = fc.nat({ max: valid.length - 1 })
  const part = fc.tuple(place, fc.integer({ min: 1, max: 40 }))
  const few = fc.uint8Array({ minLength: 1, maxLength: 8 })
  return fc.oneof(
    fc
      .array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 })
      .map((changes) => valid.map((byte, at) => changes.find(([changed]) => changed === at)?.[1] ?? byte)),
    fc
      .tuple(place, fc.nat({ max: 7 }))
      .map(([turned, bit]) => valid.map((byte, at) => (at === turned ? byte ^ (1 << bit) : byte))),
    part.map(([at, length]) => join(valid.subarray(0, at), valid.subarray(at + length))),
    part.map(([at, length]) => join(valid.subarray(0, at + length), valid.subarray(at))),
    place.map((length) => valid.subarray(0, length)),
    fc.tuple(place, few).map(([at, more]) => join(valid.subarray(0, at), more, valid.subarray(at))),
  )
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
