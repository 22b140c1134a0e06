/** What the worker hands to the process that does the work, and what it hears from it. */
import type { CalibreOptions } from '../calibre/read-library.ts';
import type { Job, Source } from '../ingest-client.ts';

/** A Calibre library to follow. */
export interface CalibreFolder extends CalibreOptions {
  folder: string;
}

export interface Task {
  /** Folder to be brought into the library; undefined: only jobs. */
  folder: string | undefined;
  /** Calibre library to be brought into the library. */
  calibre?: CalibreFolder | undefined;
  /** A job that the worker has leased, of any kind. */
  job: Job | undefined;
  /** Name under which it is leased. */
  worker: string;
  /** Files to be passed over, as `skipKey` names them. */
  skip: readonly string[];
  /** Files changed after this moment (milliseconds since 1970) are left for later. */
  settledBeforeMs: number;
  /** One book at a time, also where several services embed: then it is known which one the process ends at. */
  oneByOne: boolean;
}

export interface TaskResult {
  created: number;
  replaced: number;
  words: number;
  /** "97 new, 1 replaced". */
  description: string;
  /** Keys of files that failed, with the reason. */
  failed: readonly { key: string; reason: string }[];
  /** The folder's job was cancelled, or indexing is paused. */
  cancelled: boolean;
  /** Files left for later. */
  postponed: number;
  /** How the look at the Calibre library went; undefined if there was none. */
  calibre?: CalibreResult | undefined;
  /** A grouping that is due, held under the task's name: the next task. */
  grouping: Job | undefined;
}

export interface CalibreResult {
  /** What is left out of it, and why; for the status page. */
  skipped: readonly { fileName: string; code: string; reason: string }[];
  /** Files that are missing or still being written. */
  postponed: number;
}

export type FromTask =
  /** The file that is worked on from now on. */
  | { kind: 'begins'; source: Source }
  | { kind: 'done'; result: TaskResult }
  | { kind: 'error'; code: string; message: string };
