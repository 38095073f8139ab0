/** A batch of more is no morning's work. */
export const maxBatchDocuments = 500

/** Two hundred documents of 1 MB and some more; both sides hold it in memory, for nothing may reach the disk in clear. */
export const maxBatchBytes = 250_000_000

/** All that is written about so many documents. */
export const maxHeaderBytes = 50_000_000
