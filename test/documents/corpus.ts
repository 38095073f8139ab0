import type { CorpusFile } from "./corpus-files/corpus-file"
import { hostilePdfs } from "./corpus-files/hostile-pdfs"
import { hostilePictures, poorPictures, soundPictures } from "./corpus-files/images"
import { named } from "./corpus-files/named"
import { poorPdfs, soundPdfs } from "./corpus-files/pdfs"
import { strangers } from "./corpus-files/strangers"
import { poorTexts, soundTexts } from "./corpus-files/texts"

export type { CorpusFile } from "./corpus-files/corpus-file"

/**
 * Files of every kind that a user could drop: each format sound, damaged, under a wrong name, too large, and made to do
 * harm. Made in memory in a few seconds, the same each time but for the two encrypted PDFs (their keys are drawn).
 * `about` is one file's own.
 */
export async function documentCorpus(): Promise<readonly CorpusFile[]> {
  return [
    ...soundPictures(),
    ...poorPictures(),
    ...hostilePictures(),
    ...(await soundPdfs()),
    ...(await poorPdfs()),
    ...hostilePdfs(),
    ...soundTexts(),
    ...poorTexts(),
    ...strangers(),
    ...named(),
  ]
}
