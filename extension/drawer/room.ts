/** What the browser's own bookkeeping, nonces and a document's padded description may take. Bytes. */
const margin = 1_000_000

/**
 * Whether the browser has room for so many more bytes, as far as it tells. Firefox does; Chromium 156 answers with 10 GB
 * more than are used whatever its limit is, so that pages can't be told apart by it. There the write itself fails, and
 * keeps nothing of what was to be written.
 */
export async function hasRoom(
  bytes: number,
  estimate: () => Promise<StorageEstimate> = () => navigator.storage.estimate(),
): Promise<boolean> {
  const { quota, usage } = await estimate().catch((): StorageEstimate => ({}))
  return quota === undefined || usage === undefined || usage + bytes + margin <= quota
}
