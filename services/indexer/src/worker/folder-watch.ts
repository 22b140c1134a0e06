/** Tells when a folder may have changed: by the system's events where there are some, and at an interval always. */
import { type FSWatcher, watch } from 'node:fs';

export class FolderWatch {
  readonly #intervalMs: number;
  #watcher: FSWatcher | undefined;
  #due = true;
  #dueAt = 0;
  #wake: (() => void) | undefined;

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** Begins to watch a folder, or another one than before. */
  observe(folder: string): void {
    this.close();
    try {
      this.#watcher = watch(folder, { recursive: true }, () => this.notice());
      // A watched folder that vanishes, or too many watches: the interval remains.
      this.#watcher.on('error', () => this.close());
    } catch {
      this.#watcher = undefined;
    }
  }

  /** Makes a scan due at once. */
  notice(): void {
    this.#due = true;
    this.#wake?.();
  }

  /** Is a scan due? Asking takes the notice away. */
  take(now: number): boolean {
    const due = this.#due || now >= this.#dueAt;
    if (due) this.#dueAt = now + this.#intervalMs;
    this.#due = false;
    return due;
  }

  /** Resolves after `ms`, at the next event, or when `signal` aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#due || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
      this.#wake = done;
    });
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}
