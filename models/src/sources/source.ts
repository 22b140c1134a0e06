/** A source of the model's files. */
import type { ModelFile } from '../manifest.ts';

/** The reason why a source can't give a file, in words for the person at the terminal. */
export class SourceError extends Error {
  /** Do not use this source again in this run. */
  readonly sourceIsDown: boolean;

  constructor(message: string, options: { cause?: unknown; sourceIsDown?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = 'SourceError';
    this.sourceIsDown = options.sourceIsDown ?? false;
  }
}

export interface Source {
  name: string;
  /**
   * Writes the file's bytes to `target`. The caller verifies them.
   * @throws SourceError with the reason
   */
  fetch(file: ModelFile, target: string, onProgress: (bytes: number) => void): Promise<void>;
  /** Removes what the source keeps between two files. */
  close?(): Promise<void>;
}
