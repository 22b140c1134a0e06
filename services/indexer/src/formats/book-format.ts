/** A kind of file that can be a book, and how it is read. */
import type { BookFormatInfo } from '@libtrails/common/book-formats';
import type { ParsedBook } from '../book.ts';

/** What the process that reads one file may use. */
export interface ReadLimits {
  /** Objects of JavaScript, in MiB; buffers such as unpacked files come on top. */
  heapMib: number;
  /** Seconds of CPU, which pass only while it works: a machine that is busy or asleep refuses no book. */
  cpuSeconds: number;
  /** Seconds by the clock, for a file that never comes (a dead network drive). */
  seconds: number;
}

export interface BookFormat extends BookFormatInfo {
  /** Raise it when the same file gives other sections or blocks: books of this format are then indexed again. No '/'. */
  readonly version: string;
  readonly limits: ReadLimits;
  /** Reasons for refusals besides those of all formats: code → sentence. */
  readonly errors: Readonly<Record<string, string>>;
  /**
   * Reads one file. It runs in a process of its own, which may read that file and nothing else.
   * @param name of the file, for a book that has no title
   * @throws BookFileError when the file is refused; errors of the file system as they come
   */
  read(path: string, name: string): Promise<ParsedBook>;
}
