/** One line of the table: what was done, how often, and what came of it. */
export interface Row {
  fault: string;
  tries: number;
  /** Acknowledged writes that were gone afterwards. */
  lost: number;
  /** Anything half there, not found, or not sound; the first is told in `note`. */
  wrong: number;
  /** Of the next start, the longest, in milliseconds; undefined where nothing is started again. */
  recoveryMs?: number;
  note: string;
}

export class RowKeeper {
  readonly row: Row;

  constructor(fault: string) {
    this.row = { fault, tries: 0, lost: 0, wrong: 0, note: '' };
  }

  recovered(ms: number): void {
    this.row.recoveryMs = Math.max(this.row.recoveryMs ?? 0, Math.round(ms));
  }

  lose(what: string): void {
    this.row.lost += 1;
    this.row.note ||= what;
  }

  fail(error: unknown): void {
    this.row.wrong += 1;
    this.row.note ||=
      error instanceof Error ? error.message.split('\n').slice(0, 4).join(' ') : String(error);
  }
}
