/** What the indexer left out of the folder of books, as of its last look; told again with each, so memory keeps it. */
import type { RefusedFile__Out as RefusedFile } from '@libtrails/proto/types/library/v1/RefusedFile';

/** Entries that are kept; the rest is counted. */
const MAX_ENTRIES = 200;
/** UTF-16 units of a name or reason. */
const MAX_TEXT = 1_000;

export class SkippedEntries {
  #entries: RefusedFile[] = [];
  #total = 0;

  /** @param total of all entries, also those that are not named */
  replace(entries: readonly RefusedFile[], total: number): void {
    this.#entries = entries.slice(0, MAX_ENTRIES).map(({ fileName, code, reason }) => ({
      fileName: fileName.slice(0, MAX_TEXT),
      code: code.slice(0, MAX_TEXT),
      reason: reason.slice(0, MAX_TEXT),
    }));
    this.#total = Math.max(total, this.#entries.length);
  }

  get entries(): readonly RefusedFile[] {
    return this.#entries;
  }

  get total(): number {
    return this.#total;
  }
}
