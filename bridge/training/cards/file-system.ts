/**
 * What a card holds, as data: directories known by AID (and FID where it matters), files by FID and SFI.
 * `protected` files answer 6982: they want a PIN that this product never presents.
 */
export type ElementaryFile = { fid: number; sfi?: number; content: Uint8Array; protected?: boolean }

/**
 * `aid` null: reached by its FID alone. `channel`: the one logical channel on which it can be selected by name;
 * absent: on any.
 */
export type Directory = {
  fid: number
  aid: Uint8Array | null
  files: readonly ElementaryFile[]
  channel?: LogicalChannel
}

/** Which of a card's conversations: the two low bits of the class. Our cards know two. */
export type LogicalChannel = 0 | 1

/** `master` is the directory that is current after a reset, 3F00. */
export type FileSystem = { master: Directory; directories: readonly Directory[] }

export const masterFid = 0x3f00

/**
 * How a card talks, beside what it holds. `transport` "T=0": a SELECT announces its details with 61xx, a READ
 * longer than the file is answered 6Cxx. "T=1": the details come at once if asked for, a READ beyond the end
 * gives what is left with `shortRead` as status word.
 *
 * And what CPS cards insist on (reference: cards, §3.3 and §3.6): `refusesP2Zero`, a SELECT with P2 = 00 is
 * answered 6A86; `pathsFromMaster`, a path that does not begin with 3F00 leads nowhere; `maxReadBytes`, a longer
 * READ is answered 6700; `secondChannel`, class 01 is a conversation of its own, where nothing is selected at
 * first (6881 to anything but a SELECT by name).
 */
export type CardHabits = {
  transport: "T=0" | "T=1"
  shortRead: 0x9000 | 0x6282
  refusesP2Zero?: true
  pathsFromMaster?: true
  maxReadBytes?: number
  secondChannel?: true
}

/** A card that can be put in the simulator or plugged into a real PC/SC daemon. */
export type CardImage = { atr: Uint8Array; fileSystem: FileSystem; habits: CardHabits }

export const usualHabits: CardHabits = { transport: "T=0", shortRead: 0x9000 }

/** Every directory, the master first. */
export function directoriesOf({ master, directories }: FileSystem): readonly Directory[] {
  return [master, ...directories]
}
