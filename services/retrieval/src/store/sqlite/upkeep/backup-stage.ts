/** Who was first: the thread that names its backup, or the one that stops it. */

const OPEN = 0;
const NAMED = 1;
const STOPPED = 2;

/**
 * One shared integer that both threads try to take. A backup that is being named is carried through (older ones are
 * removed for it), and one that was stopped gets no name.
 */
export class BackupStage {
  readonly cell: Int32Array;

  /** A new stage, or the one that another thread was given as `cell`. */
  constructor(cell: Int32Array = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))) {
    this.cell = cell;
  }

  /** @returns whether the backup may be named; it can't be stopped any more then */
  name(): boolean {
    return Atomics.compareExchange(this.cell, 0, OPEN, NAMED) === OPEN;
  }

  /** Has no effect on a backup that has its name; any other ends with its next step. */
  stop(): void {
    Atomics.compareExchange(this.cell, 0, OPEN, STOPPED);
  }

  get stopped(): boolean {
    return Atomics.load(this.cell, 0) === STOPPED;
  }
}
