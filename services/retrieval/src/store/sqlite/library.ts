/** The library as the serving process sees it: one reading connection, one writer, and what changed. */
import type Database from 'better-sqlite3';
import type { ChangeListener, VectorIds } from '../change.ts';
import type { Centre } from './int8-vector.ts';
import type { QueryName } from './queries/queries.ts';
import type { NamedStatement, RowShape } from './statements.ts';
import type { FileCommand, FileCommands } from './write/commands.ts';

export interface Library {
  /** Data folder: the library file and uploads/. */
  readonly folder: string;
  /**
   * The reading connection. It is always in one read transaction whose snapshot moves on only just
   * before the listeners of a change are called, in the same tick: what is mirrored in memory and what is
   * read here are of the same revision. Never leave an iterator open over an await.
   */
  readonly db: Database.Database;
  /** The prepared statement of that name on `db`. */
  statement<Row = unknown>(name: QueryName, shape?: RowShape): NamedStatement<Row>;
  /** Grows by one with every committed write of content. */
  revision(): number;
  /** Grows by one with every grouping; 0 before the first. */
  generation(): number;
  /** Of all vectors; undefined while the library has no book. */
  fingerprint(): string | undefined;
  /** What the vectors of a kind are stored around; the same object until it changes with the first book. */
  centre(kind: keyof VectorIds): Centre;
  /** Calls `listener` after every committed write of content; returns what ends it. */
  onChange(listener: ChangeListener): () => void;
  /**
   * Has the writer thread run a command; resolves when it is committed and the listeners have been called.
   * Buffers in `transfer` change hands. @throws LibTrailsError as the command does
   */
  write<N extends FileCommand>(
    name: N,
    argument: FileCommands[N]['argument'],
    transfer?: ArrayBuffer[],
  ): Promise<FileCommands[N]['answer']>;
  /** Lets writes under way end, then closes both connections. */
  close(): Promise<void>;
}
