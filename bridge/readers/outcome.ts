import type { CpsCard } from "../../shared/cards/cps"
import type { VitaleCard } from "../../shared/cards/vitale"
import type { ErrorCode } from "../../shared/protocol/errors"

/** What a card says, whatever the stay in which it says it. */
export type CardContent = Omit<VitaleCard, "insertion"> | Omit<CpsCard, "insertion">

/** A card that was read, or why it was not. */
export type Outcome = { ok: true; content: CardContent } | { ok: false; reason: ErrorCode }

/** `signal` ends with the stay of the card in `reader`; `heldMs` is the channel's. */
export type CardToRead = { reader: string; atr: Uint8Array; signal: AbortSignal; heldMs?: number }
