import type { ErrorCode } from "../../shared/protocol/errors"
import type { ReaderPort } from "../readers/port"

/** `atr` null: the card is mute. `gone` ends with its stay in the reader. */
export type PresentCard = { reader: string; atr: Uint8Array | null; gone: AbortSignal }

/** `trouble` says why there are no readers, when there are none. */
export type Present = { trouble: ErrorCode | null; readers: string[]; cards: PresentCard[] }

/**
 * How long to wait at the most, and after how long without a change what is there counts: with a card in a reader,
 * with empty readers, without a reader or a service. Null: no such state counts before the limit.
 */
export type Patience = {
  limitMs: number
  cardMs: number
  emptyMs: number | null
  nothingMs: number | null
}

/**
 * The readers and the cards in them. The port stays started, so that a card that is pulled out ends its `gone`; the
 * caller stops it.
 */
export function cardsPresent(port: ReaderPort, patience: Patience): Promise<Present> {
  return new Promise((resolve) => {
    const stays = new Map<string, { atr: Uint8Array | null; ended: AbortController }>()
    const readers = new Set<string>()
    let trouble: ErrorCode | null = null
    let settled: NodeJS.Timeout | undefined
    const finish = () => {
      clearTimeout(limit)
      clearTimeout(settled)
      const cards = Array.from(stays, ([reader, { atr, ended }]) => ({ reader, atr, gone: ended.signal }))
      resolve({
        trouble: trouble ?? (readers.size === 0 ? "no-reader" : null),
        readers: [...readers],
        cards,
      })
    }
    const limit = setTimeout(finish, patience.limitMs)
    const leave = (reader: string) => {
      stays.get(reader)?.ended.abort()
      stays.delete(reader)
    }
    const come = (reader: string, atr: Uint8Array | null) => {
      leave(reader)
      stays.set(reader, { atr, ended: new AbortController() })
    }
    port.start((event) => {
      switch (event.type) {
        case "service":
          trouble = event.trouble
          if (trouble) {
            for (const reader of [...stays.keys()]) leave(reader)
            readers.clear()
          }
          if (trouble === "no-reader-library") return finish()
          break
        case "reader-added":
          readers.add(event.reader)
          break
        case "reader-removed":
          readers.delete(event.reader)
          leave(event.reader)
          break
        case "card-inserted":
          come(event.reader, event.atr)
          break
        case "card-mute":
          come(event.reader, null)
          break
        case "card-removed":
          leave(event.reader)
          break
      }
      clearTimeout(settled)
      const ms = stays.size > 0 ? patience.cardMs : readers.size > 0 ? patience.emptyMs : patience.nothingMs
      if (ms !== null) settled = setTimeout(finish, ms)
    })
  })
}
