/** Titles that were answered before, a line each: what was stopped goes on where it was, and nothing is paid twice. */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class KeptTitles {
  readonly #file: string;
  readonly #titles = new Map<string, string>();

  /** Reads the file if it is there; lines that were cut off or spoilt are passed over. */
  constructor(file: string) {
    this.#file = file;
    for (const line of readLines(file)) {
      try {
        const [key, title] = JSON.parse(line) as unknown[];
        if (typeof key === 'string' && typeof title === 'string') this.#titles.set(key, title);
      } catch {
        // Its theme is asked again.
      }
    }
  }

  get(key: string): string | undefined {
    return this.#titles.get(key);
  }

  /** Keeps them at once. @throws the file system's error if the folder can't be written */
  add(titles: ReadonlyMap<string, string>): void {
    if (titles.size === 0) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    // A line that was cut off must not swallow the next one.
    const lines = [...titles].map(([key, title]) => `\n${JSON.stringify([key, title])}`);
    appendFileSync(this.#file, lines.join(''), { mode: 0o600 });
    for (const [key, title] of titles) this.#titles.set(key, title);
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
