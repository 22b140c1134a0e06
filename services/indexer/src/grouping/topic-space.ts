/** The space in which topics are neighbours: what a label means, drawn towards where it is used. */
import { addScaled, normalise } from '../topics/vectors.ts';
import type { TopicTable } from './topic-table.ts';

/**
 * Weight of the mean passage next to 1 for the label. Without it clusters form around a shared adjective or suffix
 * ("noble X"; landsman, headsman, swordsman).
 */
const CONTEXT_WEIGHT = 0.5;

export class TopicSpace {
  readonly #table: TopicTable;
  readonly #labelOrigin: Float32Array;
  readonly #contextOrigin: Float32Array;
  readonly #context: Float32Array;

  constructor(table: TopicTable) {
    this.#table = table;
    this.#context = new Float32Array(table.dims);
    this.#labelOrigin = new Float32Array(table.dims);
    this.#contextOrigin = new Float32Array(table.dims);
    const vector = new Float32Array(table.dims);
    let contexts = 0;
    for (let topic = 0; topic < table.count; topic++) {
      table.readVector(topic, vector);
      addScaled(this.#labelOrigin, vector, 1 / table.count);
      if (table.readContext(topic, vector)) {
        contexts += 1;
        addScaled(this.#contextOrigin, vector, 1);
      }
    }
    for (let d = 0; d < table.dims; d++) this.#contextOrigin[d]! /= Math.max(1, contexts);
  }

  /** Mean of all label vectors. */
  get labelOrigin(): Float32Array {
    return this.#labelOrigin;
  }

  /** Writes the centred unit vector of the label alone. */
  readLabel(topic: number, out: Float32Array): void {
    this.#table.readVector(topic, out);
    addScaled(out, this.#labelOrigin, -1);
    normalise(out);
  }

  /** Writes the centred unit vector of the passages that carry the topic; returns whether there are any. */
  readContext(topic: number, out: Float32Array): boolean {
    if (!this.#table.readContext(topic, out)) return false;
    addScaled(out, this.#contextOrigin, -1);
    normalise(out);
    return true;
  }

  /** Writes the unit vector of label and context together. */
  readPosition(topic: number, out: Float32Array): void {
    this.readLabel(topic, out);
    if (!this.readContext(topic, this.#context)) return;
    addScaled(out, this.#context, CONTEXT_WEIGHT);
    normalise(out);
  }
}
