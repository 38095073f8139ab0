import { protocolRange } from "./version"

type Range = { min: number; max: number }

/**
 * The newest protocol version that both sides speak, or which side is to be updated. Both sides work it out
 * from the two `hello` messages and come to the same answer.
 */
export function agreeOnProtocol(sides: {
  bridge?: Range
  extension?: Range
}): number | "bridge-too-old" | "extension-too-old" {
  const bridge = sides.bridge ?? protocolRange
  const extension = sides.extension ?? protocolRange
  if (bridge.max < extension.min) return "bridge-too-old"
  if (extension.max < bridge.min) return "extension-too-old"
  return Math.min(bridge.max, extension.max)
}
