/**
 * « Commentaire lié au document (1000 caractères max.) », with the counter « 0/1000 » (Fiche DMP, step 8).
 */
export const maxComment = 1000

export const commentProblems = ["comment-too-long", "comment-characters"] as const
export type CommentProblem = (typeof commentProblems)[number]

/**
 * The length as a page's counter counts it: the `value` of a text area, in UTF-16 units, an end of line being one
 * (HTML, « API value » of textarea). An emoji so counts two or more.
 */
export const commentLength = (comment: string) => comment.replace(/\r\n?/g, "\n").length

/** Total. Control characters come from copied PDFs; no form shows them. */
export function problemsOfComment(comment: string): CommentProblem[] {
  return [
    ...(commentLength(comment) > maxComment ? (["comment-too-long"] as const) : []),
    ...(/\p{Cc}|\p{Cs}/u.test(comment.replace(/[\t\r\n]/g, "")) ? (["comment-characters"] as const) : []),
  ]
}
