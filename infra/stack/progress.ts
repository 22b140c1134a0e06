/** The progress of `npm start`: one numbered line per step, with what the step is doing. */

/** Shortest time between two progress lines without a terminal, in milliseconds. */
const REPEAT_MS = 10_000;

export class Progress {
  readonly #steps: number;
  readonly #out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
  #step = 0;
  #title = '';
  #startedAt = 0;
  #saidAt = 0;

  /** @param steps how many there will be */
  constructor(steps: number, out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stdout) {
    this.#steps = steps;
    this.#out = out;
  }

  /** Begins the next step; lines that the step prints itself go below it. */
  begin(title: string, { printsLines = false } = {}): void {
    this.#step++;
    this.#title = title;
    this.#startedAt = Date.now();
    this.#saidAt = this.#startedAt;
    this.#line(`${this.#head()} ...`);
    if (printsLines && this.#out.isTTY) this.#out.write('\n');
  }

  /** Reports the progress of the step: in place on a terminal, else as a line now and then. */
  note(text: string): void {
    const now = Date.now();
    if (!this.#out.isTTY && now - this.#saidAt < REPEAT_MS) return;
    this.#saidAt = now;
    this.#line(`${this.#head()}: ${text}`);
  }

  /** Ends the step with its result and the seconds it took. */
  end(result: string): void {
    const seconds = Math.round((Date.now() - this.#startedAt) / 1000);
    this.#line(`${this.#head()}: ${result}${seconds > 0 ? ` (${seconds} s)` : ''}`);
    if (this.#out.isTTY) this.#out.write('\n');
  }

  #head(): string {
    return `[${this.#step}/${this.#steps}] ${this.#title}`;
  }

  #line(text: string): void {
    this.#out.write(this.#out.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  }
}
