import type { ReadersState } from "../../shared/cards/readers"

/** All that the link needs of the reader side, real or simulated. */
export interface ReadersSource {
  /** Calls `listener` at once with the present state, then at each change. Gives the way to stop. */
  subscribe(listener: (state: ReadersState) => void): () => void
  /** Reads again the cards that gave no identity. */
  readAgain(): void
}
