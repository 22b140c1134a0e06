/** The folder that a worker looks after: which one it is, what is new in it, and what is left out. */
import { createHash } from 'node:crypto';
import { ContentHashes, isSettled, KnownSources, skipKey } from '../folder/scan.ts';
import { skippedByError } from '../folder/skipped-entry.ts';
import { type FolderScan, walkFolder } from '../folder/walk-folder.ts';
import type { IngestClient, Source } from '../ingest-client.ts';
import { type FolderSummary, leftOut, sameContentAs, TOLD_ENTRIES } from '../run/folder-summary.ts';
import type { CalibreResult } from './task.ts';

export interface BookFolderOptions {
  books: string;
  /** Serves while the folder of books holds none. */
  starterShelf: string | undefined;
  ingest: Pick<IngestClient, 'reportSkipped'>;
}

export interface FolderLook {
  /** Undefined if there is no folder. */
  folder: string | undefined;
  scan: FolderScan;
}

export interface News {
  /** A file is new or changed. */
  found: boolean;
  /** A file may still be copied. */
  unsettled: boolean;
}

export class BookFolder {
  readonly #options: BookFolderOptions;
  /** What the Calibre library leaves out, told together with what the folder does. */
  fromCalibre: CalibreResult['skipped'] = [];
  readonly #hashes = new ContentHashes();
  /** Files that failed, as `skipKey` names them, with the reason: left out until they change. */
  readonly #failed = new Map<string, string>();
  /** What the folder was like when its job was cancelled. */
  #rested: string | undefined;

  constructor(options: BookFolderOptions) {
    this.#options = options;
  }

  /** Keys of the files that failed. */
  get failed(): string[] {
    return [...this.#failed.keys()];
  }

  addFailed(key: string, reason: string): void {
    this.#failed.set(key, reason);
  }

  /** Walks through the folder, or the starter shelf while it holds no books. */
  async look(): Promise<FolderLook> {
    const { books, starterShelf } = this.#options;
    const own = await walkFolder(books).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (own !== undefined && own.files.length > 0) return { folder: books, scan: own };
    const skipped = own?.skipped ?? [];
    if (starterShelf === undefined) {
      return { folder: own === undefined ? undefined : books, scan: { files: [], skipped } };
    }
    return { folder: starterShelf, scan: { ...(await walkFolder(starterShelf)), skipped } };
  }

  /** Looks for new and changed files, and tells the library what is left out. */
  async news(
    { files, skipped }: FolderScan,
    sources: readonly Source[],
    pipelineOf: (fileName: string) => string,
    settledBeforeMs: number,
  ): Promise<News> {
    const known = new KnownSources(sources, pipelineOf, this.#hashes);
    const settled = files.filter((file) => isSettled(file, settledBeforeMs));
    const left = [...skipped];
    const failed: FolderSummary['failed'] = [];
    const duplicates: FolderSummary['duplicates'] = [];
    let found = false;
    for (const file of settled) {
      // One new file is enough; what is left out is told in full when nothing is new.
      if (found) break;
      const { fileName } = file;
      try {
        const verdict = await known.judge(file);
        if (verdict.kind === 'duplicate') duplicates.push({ fileName, reason: sameContentAs(verdict.of) });
        if (verdict.kind !== 'index') continue;
        const reason = this.#failed.get(skipKey(verdict.source));
        if (reason === undefined) found = true;
        else failed.push({ fileName, reason });
      } catch (error) {
        left.push(skippedByError(fileName, error));
      }
    }
    await this.report(leftOut({ failed, skipped: left, duplicates }));
    return {
      found: found && this.#rested !== stateOf(files),
      unsettled: settled.length < files.length,
    };
  }

  /** Tells the status page what is left out. A library that does not take it is as complete without. */
  async report(ofFolder: CalibreResult['skipped'] = []): Promise<void> {
    const entries = [...this.fromCalibre, ...ofFolder];
    await this.#options.ingest
      .reportSkipped(entries.slice(0, TOLD_ENTRIES), entries.length)
      .catch(() => undefined);
  }

  /** Leaves the folder alone until a file of it changes or `wake` is called. */
  async rest(): Promise<void> {
    this.#rested = stateOf((await this.look()).scan.files);
  }

  wake(): void {
    this.#rested = undefined;
  }
}

function stateOf(files: FolderScan['files']): string {
  const hash = createHash('sha256');
  for (const { fileName, size, modifiedMs } of files) hash.update(`${fileName}\0${size}\0${modifiedMs}\0`);
  return hash.digest('hex');
}
