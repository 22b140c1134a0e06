/** Which texts run together: those of one length, so that no time goes into padding. */
import type { BatchLimits } from './backends/backend.ts';

/**
 * Groups texts by length and cuts the groups to size, shortest texts first.
 * @param lengths tokens of each text
 * @returns indices into `lengths`; each index is in exactly one batch, and a batch is never empty. A text
 *   that is longer than `limits.tokens` has a batch of its own.
 */
export function planBatches(lengths: readonly number[], limits: BatchLimits): number[][] {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const batches: number[][] = [];
  let current: number[] = [];
  for (const index of order) {
    const length = lengths[index]!;
    const fits =
      current.length > 0 &&
      (limits.mixed || lengths[current[0]!] === length) &&
      current.length < limits.rows &&
      // Lengths only grow from here, so this one is the longest of the batch.
      (current.length + 1) * length <= limits.tokens;
    if (!fits) {
      current = [];
      batches.push(current);
    }
    current.push(index);
  }
  return batches;
}
