/** Turns tokens into vectors. One interface, so that callers do not depend on the runtime. */
import type { Precision } from '@libtrails/models/manifest';

export type BackendName = 'onnx' | 'wasm' | 'http';

/** A text prepared for the model: prefix added, cut at the window. */
export interface TokenizedText {
  /** The text behind the ids, for a backend that has its own tokenizer. */
  text: string;
  /** At most `maxTokens`, [CLS] and [SEP] included. */
  ids: readonly number[];
}

/** How much one run may take. */
export interface BatchLimits {
  /** Texts in one run. */
  rows: number;
  /** Texts times the longest of them. A query waits for at most one run, so this bounds its wait. */
  tokens: number;
  /** Texts of different length may share a run (the backend pads). */
  mixed: boolean;
}

export interface Backend {
  readonly name: BackendName;
  readonly precision: Precision;
  /** Length of a vector. */
  readonly dims: number;
  /** Names how the vectors are made; vectors of equal fingerprint are comparable. */
  readonly fingerprint: string;
  readonly limits: BatchLimits;
  /**
   * Runs the model once. One call at a time: the next begins when this one has ended.
   * @param batch within `limits`, not empty, all of one length unless `limits.mixed`
   * @returns batch.length × dims, row by row, each row of L2 norm 1
   * @throws LibTrailsError `unavailable` if the model can't be reached at the moment
   */
  embed(batch: readonly TokenizedText[]): Promise<Float32Array>;
  close(): Promise<void>;
}
