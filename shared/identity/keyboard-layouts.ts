/**
 * The keyboards of the rooms we know, key by key in the same order: the row of digits, the three rows of
 * letters, and the key between Shift and Z that American keyboards lack. Only what a datamatrix needs has to
 * be right: capitals, digits, space, dot, hyphen, apostrophe, `<` and `>`.
 * Source: the layouts that Windows (US, French AZERTY) and macOS (French) ship.
 */
type Layout = { plain: string; shift: string }

const layouts = {
  qwerty: {
    plain: "1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./\\",
    shift: '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?|',
  },
  azerty: {
    plain: "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmùwxcvbn,;:!<",
    shift: "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%WXCVBN?./§>",
  },
  "azerty-mac": {
    plain: "&é\"'(§è!çà)-azertyuiop^$qsdfghjklmùwxcvbn,;:=<",
    shift: "1234567890°_AZERTYUIOP¨*QSDFGHJKLM%WXCVBN?./+>",
  },
} satisfies Record<string, Layout>

export type LayoutName = keyof typeof layouts

/**
 * How a scan was typed. `capsLock`: `letters` turns letters round; `all` turns every key round, as Windows
 * does with French AZERTY. `keypad`: the scanner sends its digits by the numeric keypad.
 */
export type Typing = {
  scanner: "qwerty" | "azerty"
  host: LayoutName
  capsLock: "off" | "letters" | "all"
  keypad: boolean
}

const scanners = ["qwerty", "azerty"] as const
const hosts = ["qwerty", "azerty", "azerty-mac"] as const

export const hostVariants: readonly Typing[] = scanners.flatMap((scanner) =>
  hosts.flatMap((host) =>
    (["off", "letters", "all"] as const)
      .filter((capsLock) => capsLock !== "all" || host === "azerty")
      .flatMap((capsLock) => [false, true].map((keypad) => ({ scanner, host, capsLock, keypad }))),
  ),
)

const meantCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-'<>"

/** What the host shows for a character that the scanner means, or null where the scanner has no key for it. */
export function hostCharacter(meant: string, { scanner, host, capsLock, keypad }: Typing): string | null {
  if (keypad && /\d/.test(meant)) return meant
  const { plain, shift } = layouts[scanner]
  const shifted = shift.includes(meant)
  const key = (shifted ? shift : plain).indexOf(meant)
  if (key < 0) return null
  const isLetter = /[a-z]/.test(layouts[host].plain.charAt(key))
  const turned = capsLock === "all" || (capsLock === "letters" && isLetter)
  return layouts[host][shifted !== turned ? "shift" : "plain"].charAt(key)
}

/** For each character that the host may show, the one that was meant; null where two were possible. */
export function typedCharacters(typing: Typing): ReadonlyMap<string, string | null> {
  const meantBy = new Map<string, string | null>()
  for (const meant of meantCharacters) {
    const shown = hostCharacter(meant, typing)
    if (shown !== null) meantBy.set(shown, meantBy.has(shown) ? null : meant)
  }
  return meantBy
}
