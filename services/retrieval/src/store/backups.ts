/** Backups of the whole library, made while it is served. */

export interface BackupOrder {
  /** Keep so many of the newest backups, this one included; 0: all. */
  keep: number;
  /** Compare texts with their indexes as well. */
  thorough: boolean;
}

/** A finished backup. */
export interface Backup {
  file: string;
  bytes: number;
  /** Of the library it holds. */
  revision: number;
  books: number;
  passages: number;
  /** Older backups that went, by `keep`. */
  removed: string[];
  copyMs: number;
  checkMs: number;
}

export interface BackupMaker {
  /**
   * Makes a backup; nothing of it is left if `signal` aborts in time. `folder` is the data folder that the caller
   * means, if it knows one.
   * @throws LibTrailsError failed_precondition (one is being made; another folder is meant), cancelled
   */
  create(order: BackupOrder, signal: AbortSignal, folder?: string): Promise<Backup>;
}
