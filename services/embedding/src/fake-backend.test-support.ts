/** A backend under the control of a test: each run waits until it is released. */
import { setImmediate } from 'node:timers/promises';
import type { Backend, BatchLimits, TokenizedText } from './backends/backend.ts';

export interface FakeBackend extends Backend {
  /** Texts of each run so far, in the order they were started. */
  readonly runs: string[][];
  /** Lets the run under way end (or the next one, if none is), with an error if given. */
  release(error?: Error): Promise<void>;
  /** From now on runs end by themselves. */
  releaseAll(): Promise<void>;
  closed: boolean;
}

export const FAKE_DIMS = 2;

/** The fake vector of a text: different texts get different vectors. */
export const fakeVector = (text: string): number[] => [text.length, text.charCodeAt(0)];

export function fakeBackend(limits: Partial<BatchLimits> = {}): FakeBackend {
  const runs: string[][] = [];
  const gates: ((error?: Error) => void)[] = [];
  let open = false;
  // Long enough for everything that the release starts.
  const settle = async () => {
    for (let i = 0; i < 5; i++) await setImmediate();
  };
  return {
    name: 'onnx',
    precision: 'int8',
    dims: FAKE_DIMS,
    fingerprint: 'fake',
    limits: { rows: 2, tokens: 100, mixed: false, ...limits },
    runs,
    closed: false,
    async embed(batch) {
      runs.push(batch.map((text) => text.text));
      if (!open) {
        await new Promise<void>((resolve, reject) => {
          gates.push((error) => (error === undefined ? resolve() : reject(error)));
        });
      }
      return Float32Array.from(batch.flatMap((text) => fakeVector(text.text)));
    },
    async release(error) {
      while (gates.length === 0) await setImmediate();
      gates.shift()!(error);
      await settle();
    },
    async releaseAll() {
      open = true;
      for (const gate of gates.splice(0)) gate();
      await settle();
    },
    async close() {
      this.closed = true;
    },
  };
}

/** One token a character, [CLS] and [SEP] besides. */
export function fakeTokens(text: string): TokenizedText & { count: number } {
  const ids = [101, ...Array.from(text, (c) => c.charCodeAt(0)), 102];
  return { text, ids, count: ids.length };
}
