/** The value below which that part of the samples lies. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** `median 12.3 ms, p95 14.0 ms`. */
export function spread(samples: readonly number[]): string {
  const at = (part: number) => quantile(samples, part).toFixed(1)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`
}

/** How much more the one median is than the other: `+4.2 %`. */
export function more(samples: readonly number[], base: readonly number[]): string {
  const percent = 100 * (quantile(samples, 0.5) / quantile(base, 0.5) - 1)
  return `${percent < 0 ? "" : "+"}${percent.toFixed(1)} %`
}
