/** Pixels, as stored: a rotation said beside is not applied. */
export type Dimensions = { width: number; height: number }
