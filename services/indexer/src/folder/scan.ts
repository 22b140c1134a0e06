/** Which files of the folder are new or changed. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isBetterFormat, OTHER_FORMAT, workName } from '@libtrails/common/book-formats';
import type { Source } from '../ingest-client.ts';
import type { BookFile } from './walk-folder.ts';

/** Clocks of machines that share a folder differ by less, in milliseconds. */
const AHEAD_MS = 60_000;

/**
 * Whether a file was last changed before `beforeMs`, so that it is not being copied any more. A time that lies
 * ahead tells nothing (another machine's clock, or this one's before it was set): waiting would have no end.
 */
export function isSettled({ modifiedMs }: BookFile, beforeMs: number, nowMs = Date.now()): boolean {
  return modifiedMs <= beforeMs || modifiedMs > nowMs + AHEAD_MS;
}

/** Content hashes by name, size and time: a file that is looked at again and again is read once. */
export class ContentHashes {
  readonly #known = new Map<string, { size: number; modifiedMs: number; hash: string }>();

  /** SHA-256, hex. @throws errors of the file system */
  async of({ path, fileName, size, modifiedMs }: BookFile): Promise<string> {
    const known = this.#known.get(fileName);
    if (known?.size === size && known.modifiedMs === modifiedMs) return known.hash;
    const hash = await hashFile(path);
    this.#known.set(fileName, { size, modifiedMs, hash });
    return hash;
  }
}

/** SHA-256 of a file, hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Names a file in one state. */
export function skipKey({ fileName, contentHash }: Source): string {
  return `${contentHash} ${fileName}`;
}

export type Verdict =
  /** To be indexed. */
  | { kind: 'index'; source: Source }
  | { kind: 'unchanged' }
  /** Refused before, and the same since. */
  | { kind: 'still_refused'; code: string }
  /** The same content as another file of the library. */
  | { kind: 'duplicate'; of: string };

/** What the library knows of files, for judging those of a folder. */
export class KnownSources {
  readonly #byName: Map<string, Source>;
  readonly #bookByHash: Map<string, string>;
  /** Names of works → their files with a book. */
  readonly #booksOfWork: Map<string, Source[]>;
  readonly #pipelineOf: (fileName: string) => string;
  readonly #hashes: ContentHashes;

  /** @param pipelineOf version that a file is made with now; what another one made is indexed again */
  constructor(
    sources: readonly Source[],
    pipelineOf: (fileName: string) => string,
    hashes: ContentHashes = new ContentHashes(),
  ) {
    this.#hashes = hashes;
    this.#byName = new Map(sources.map((source) => [source.fileName, source]));
    this.#bookByHash = new Map(
      sources.filter((s) => s.bookId !== 0 && s.refusedCode === '').map((s) => [s.contentHash, s.fileName]),
    );
    this.#booksOfWork = Map.groupBy(
      sources.filter(({ bookId }) => bookId !== 0),
      ({ fileName }) => workName(fileName),
    );
    this.#pipelineOf = pipelineOf;
  }

  /** The file as the library knows it. */
  source(fileName: string): Source | undefined {
    return this.#byName.get(fileName);
  }

  /**
   * Judges by size and time where they are those of the last time, else by content.
   * @throws errors of the file system, which concern this file
   */
  async judge(file: BookFile): Promise<Verdict> {
    const known = this.#byName.get(file.fileName);
    const pipeline = this.#pipelineOf(file.fileName);
    const current = known?.pipeline === pipeline && this.#isStillSettled(known);
    if (current && known.size === file.size && known.modifiedMs === file.modifiedMs) return settled(known);
    const contentHash = await this.#hashes.of(file);
    if (current && known.contentHash === contentHash) return settled(known);
    const of = this.#bookByHash.get(contentHash);
    if (of !== undefined && of !== file.fileName) return { kind: 'duplicate', of };
    const { fileName, size, modifiedMs } = file;
    const source = { fileName, contentHash, size, modifiedMs, pipeline };
    return { kind: 'index', source: { ...source, bookId: known?.bookId ?? 0, refusedCode: '' } };
  }

  /** A file that was left out for a better format is a book once that one is gone. */
  #isStillSettled({ fileName, refusedCode }: Source): boolean {
    if (refusedCode !== OTHER_FORMAT) return true;
    const others = this.#booksOfWork.get(workName(fileName)) ?? [];
    return others.some((other) => isBetterFormat(other.fileName, fileName));
  }

  /** Notes a book that is in the library from now on. */
  add(source: Source): void {
    this.#byName.set(source.fileName, source);
    this.#bookByHash.set(source.contentHash, source.fileName);
  }
}

function settled(source: Source): Verdict {
  return source.refusedCode === ''
    ? { kind: 'unchanged' }
    : { kind: 'still_refused', code: source.refusedCode };
}
