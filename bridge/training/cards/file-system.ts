/**
 * What a card holds, as data: directories known by AID (and FID where it matters), files by FID and SFI.
 * `protected` files answer 6982: they want a PIN that this product never presents.
 */
export type ElementaryFile = { fid: number; sfi?: number; content: Uint8Array; protected?: boolean }

/** `aid` null: reached by its FID alone. */
export type Directory = { fid: number; aid: Uint8Array | null; files: readonly ElementaryFile[] }

/** `master` is the directory that is current after a reset, 3F00. */
export type FileSystem = { master: Directory; directories: readonly Directory[] }

export const masterFid = 0x3f00

/**
 * How a card talks, beside what it holds. `transport` "T=0": a SELECT announces its details with 61xx, a READ
 * longer than the file is answered 6Cxx. "T=1": the details come at once if asked for, a READ beyond the end
 * gives what is left with `shortRead` as status word.
 */
export type CardHabits = { transport: "T=0" | "T=1"; shortRead: 0x9000 | 0x6282 }

/** A card that can be put in the simulator or plugged into a real PC/SC daemon. */
export type CardImage = { atr: Uint8Array; fileSystem: FileSystem; habits: CardHabits }

export const usualHabits: CardHabits = { transport: "T=0", shortRead: 0x9000 }

/** Every directory, the master first. */
export function directoriesOf({ master, directories }: FileSystem): readonly Directory[] {
  return [master, ...directories]
}
