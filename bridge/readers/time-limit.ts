import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"

/**
 * What `work` gives, if it gives it within `limitMs` and before `signal`; else a `BridgeError`: `lateCode` when
 * the limit passed, `card-removed` when the signal came (a signal ends with the stay of a card in the reader).
 * The work itself can't be stopped: a late result is dropped.
 */
export function withinLimit<Result>(
  work: Promise<Result>,
  limitMs: number,
  lateCode: ErrorCode,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener("abort", onAbort)
      finish()
    }
    const onAbort = () => settle(() => reject(new BridgeError("card-removed")))
    const timer = setTimeout(() => settle(() => reject(new BridgeError(lateCode))), limitMs)
    work.then(
      (result) => settle(() => resolve(result)),
      (cause: unknown) => settle(() => reject(cause)),
    )
    if (signal?.aborted) onAbort()
    else signal?.addEventListener("abort", onAbort)
  })
}
