/** A file as a disk holds it that lost power before everything written to it was flushed. */
import type { Random } from '../load/library/choices.ts';

/** What a disk writes whole or not at all, in bytes. */
const SECTOR = 512;

/**
 * `flushed` with some of the sectors that `written` has otherwise, in no order: each one is there, is as before
 * (empty beyond the old end), or is noise. `lost` counts those that are not there. The first `head` bytes were flushed
 * before anything behind them was written.
 */
export function tornFile(
  flushed: Buffer,
  written: Buffer,
  random: Random,
  head = 0,
): { torn: Buffer; lost: number } {
  const torn = Buffer.alloc(Math.max(flushed.length, written.length));
  flushed.copy(torn);
  const kept = random();
  let lost = 0;
  let end = flushed.length;
  for (let at = 0; at < written.length; at += SECTOR) {
    const sector = written.subarray(at, at + SECTOR);
    if (at + sector.length <= flushed.length && sector.equals(flushed.subarray(at, at + sector.length)))
      continue;
    if (random() < kept) sector.copy(torn, at);
    else {
      lost += 1;
      if (random() < 0.1)
        for (let i = 0; i < sector.length; i += 1) torn[at + i] = Math.floor(random() * 256);
    }
    // The length of a file is kept apart from its content: the end may be missing, or be there and empty.
    if (random() < kept) end = Math.max(end, at + sector.length);
  }
  if (!flushed.subarray(head).equals(written.subarray(head))) {
    written.copy(torn, 0, 0, head);
    end = Math.max(end, Math.min(head, written.length));
  }
  return { torn: torn.subarray(0, end), lost };
}
