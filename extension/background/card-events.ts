import type { ReadersState } from "../../shared/cards/readers"
import type { VitaleCard } from "../../shared/cards/vitale"
import { afterCards, staysIn, vitaleInReader } from "./patient-lock"
import type { State } from "./state"

/** What each snapshot of the readers does to the patient lock. */
export class CardEvents {
  constructor(
    private readonly state: State,
    private readonly lock: (card: VitaleCard, rank: number) => void,
  ) {}

  took(readers: ReadersState): void {
    const before = this.state.get()
    const { patient, end } = afterCards(before.patient, this.state.seen, readers)
    this.state.setSeen(staysIn(readers))
    this.state.set(end ? { readers, patient, lockEnd: end } : { readers, patient })
    this.lockTheOnlyHolder(before.readers)
  }

  /**
   * A card with one person on it needs no choice, if this link saw it come. One that was there before (after
   * « Patient suivant », ten idle minutes, a reconnection) waits for a click.
   */
  private lockTheOnlyHolder(before: ReadersState | null): void {
    const { patient, readers } = this.state.get()
    const card = vitaleInReader(readers)
    const only = card?.holders.length === 1 ? card.holders[0] : undefined
    if (patient || !before || !card || !only || staysIn(before).includes(card.insertion)) return
    this.lock(card, only.rank)
  }
}
